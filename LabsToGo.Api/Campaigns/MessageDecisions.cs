using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Deciding;
using LabsToGo.Data.Live;
using LabsToGo.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

/// <summary>Where neither a callback nor Twilio's list decides whether a text was sent, a person does.</summary>
internal static class MessageDecisions
{
    public static async Task<Results<Ok<DecisionResponse>, NotFound>> DecideAsync(
        Guid id, Guid messageId, DecisionRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, CampaignChanges changes,
        CancellationToken cancellationToken)
    {
        if (!await db.Messages.AnyAsync(message => message.Id == messageId && message.CampaignId == id, cancellationToken))
            return TypedResults.NotFound();
        var decided = await CloseAsync(id, messageId, request, caller, db, changes, cancellationToken);
        return decided > 0
            ? TypedResults.Ok(new DecisionResponse(decided))
            : throw new DomainException("This text is not open any more: its outcome was found out, or somebody else decided. Refresh the list.");
    }

    public static async Task<Results<Ok<DecisionResponse>, NotFound>> DecideAllAsync(
        Guid id, DecisionRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, CampaignChanges changes, CancellationToken cancellationToken) =>
        await db.Campaigns.AnyAsync(campaign => campaign.Id == id, cancellationToken)
            ? TypedResults.Ok(new DecisionResponse(await CloseAsync(id, null, request, caller, db, changes, cancellationToken)))
            : TypedResults.NotFound();

    private static async Task<int> CloseAsync(
        Guid id, Guid? messageId, DecisionRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, CampaignChanges changes,
        CancellationToken cancellationToken)
    {
        var decided = await db.WithConnectionAsync(
            connection => connection.DecideUnknownAsync(id, messageId, request.Arrived!.Value, caller.GetName(), cancellationToken), cancellationToken);
        changes.Changed(caller.GetOrganizationId(), id);
        return decided;
    }
}
