using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Auditing;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Live;
using LabsToGo.Domain.Campaigns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Campaigns;

/// <summary>Start, pause, resume, cancel. A pause or cancel holds from its commit on: every claim looks at the campaign's row.</summary>
internal static class StartPauseCancel
{
    public static async Task<Results<Accepted<CampaignResponse>, NotFound, ValidationProblem>> StartAsync(
        Guid id, StartRequest? request, HttpContext http, CampaignStarter starter, CampaignResponses reader, CancellationToken cancellationToken)
    {
        if (await starter.StartAsync(id, request ?? new StartRequest(), http.User, cancellationToken) is not { } problems)
            return TypedResults.NotFound();
        if (problems.Any)
            return problems.ToProblem();
        var campaign = await reader.GetAsync(id, cancellationToken);
        if (campaign.Approval is not null)
            http.AuditAs("campaign.ask-approval");
        return TypedResults.Accepted($"/api/campaigns/{id}", campaign);
    }

    public static Task<Results<Ok<CampaignResponse>, NotFound>> PauseAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, CampaignResponses reader, CampaignChanges changes, CancellationToken cancellationToken) =>
        ChangeAsync(id, caller, db, reader, changes, campaign => campaign.Pause(caller.GetName()), cancellationToken);

    public static async Task<Results<Ok<CampaignResponse>, NotFound>> ResumeAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, CampaignResponses reader, CampaignChanges changes, CampaignStarter starter, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var answer = await ChangeAsync(
            id, caller, db, reader, changes,
            async campaign => campaign.Resume(
                campaign.MayOutgrowItsStart ? (await db.CountAsync(campaign, time, cancellationToken)).Reachable : 0,
                await db.ApprovalLimitAsync(cancellationToken)),
            cancellationToken);
        if (answer.Result is Ok<CampaignResponse> { Value.Progress.Planned: false })
            await starter.PublishAsync(id, caller.GetOrganizationId(), cancellationToken);
        return answer;
    }

    public static Task<Results<Ok<CampaignResponse>, NotFound>> CancelAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, CampaignResponses reader, CampaignChanges changes, TimeProvider time,
            CancellationToken cancellationToken) =>
        ChangeAsync(id, caller, db, reader, changes, campaign => campaign.Cancel(caller.GetName(), time.GetUtcNow()), cancellationToken);

    public static Task<Results<Ok<CampaignResponse>, NotFound>> ChangeAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, CampaignResponses reader, CampaignChanges changes, Action<Campaign> change,
            CancellationToken cancellationToken) =>
        ChangeAsync(
            id, caller, db, reader, changes,
            campaign =>
            {
                change(campaign);
                return Task.CompletedTask;
            },
            cancellationToken);

    private static async Task<Results<Ok<CampaignResponse>, NotFound>> ChangeAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, CampaignResponses reader, CampaignChanges changes, Func<Campaign, Task> change,
        CancellationToken cancellationToken)
    {
        if (!await db.ChangeCampaignAsync(id, change, cancellationToken))
            return TypedResults.NotFound();
        changes.Changed(caller.GetOrganizationId(), id);
        return TypedResults.Ok(await reader.GetAsync(id, cancellationToken));
    }
}
