using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Live;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Campaigns;

/// <summary>The second person: somebody else than who asked looks at a large campaign, and starts it or does not (OWASP ASVS 2.3.5).</summary>
internal static class SecondPerson
{
    public static async Task<Results<Accepted<CampaignResponse>, NotFound, ValidationProblem, ProblemHttpResult>> ApproveAsync(
        Guid id, ApprovalRequest request, ClaimsPrincipal caller, CampaignStarter starter, CampaignResponses reader, CancellationToken cancellationToken)
    {
        if (caller.GetSessionId() is null)
            return TypedResults.Problem("A person approves a campaign, not a program: sign in and look at it.", statusCode: StatusCodes.Status403Forbidden);
        return await starter.ApproveAsync(id, request, caller, cancellationToken) switch
        {
            null => TypedResults.NotFound(),
            { Any: true } problems => problems.ToProblem(),
            _ => TypedResults.Accepted($"/api/campaigns/{id}", await reader.GetAsync(id, cancellationToken)),
        };
    }

    public static Task<Results<Ok<CampaignResponse>, NotFound>> DeclineAsync(
        Guid id, DeclineRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, CampaignResponses reader, CampaignChanges changes,
            CancellationToken cancellationToken) =>
        StartPauseCancel.ChangeAsync(id, caller, db, reader, changes, campaign => campaign.Decline(caller.GetName(), request.Note.Trim()), cancellationToken);

    public static Task<Results<Ok<CampaignResponse>, NotFound>> WithdrawAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, CampaignResponses reader, CampaignChanges changes, CancellationToken cancellationToken) =>
        StartPauseCancel.ChangeAsync(id, caller, db, reader, changes, campaign => campaign.WithdrawAsk(), cancellationToken);
}
