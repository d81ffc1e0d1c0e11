using System.Diagnostics;
using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Contracts.Messages;
using LabsToGo.Data;
using LabsToGo.Data.Live;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Templates;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

/// <summary>
/// Starts a campaign: the row says so, and that is the promise. Its people are counted under its lock, so that nobody widens the audience in between.
/// </summary>
internal sealed class CampaignStarter(LabsToGoDbContext db, StartPublishing starts, CampaignChanges changes, TimeProvider time)
{
    /// <summary>Starts it, or asks for a second person's approval when it has more recipients than one person may text.</summary>
    /// <returns>What must be mended before a start, by field; null when there is no such campaign.</returns>
    /// <exception cref="Domain.DomainException">It has been started, or waits for approval, already.</exception>
    public Task<FieldErrors?> StartAsync(Guid id, StartRequest request, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        MoveAsync(
            id, caller,
            async (campaign, recipients) =>
            {
                campaign.GiveUpAfter(request.GiveUpAfterHours);
                var limit = await db.ApprovalLimitAsync(cancellationToken);
                if (recipients > limit)
                    campaign.AskForApproval(await PersonAsync(caller, cancellationToken), time.GetUtcNow());
                else
                    campaign.Start(recipients, limit, time.GetUtcNow(), Activity.Current?.Id);
            },
            cancellationToken);

    /// <summary>Starts what somebody else asked for.</summary>
    /// <inheritdoc cref="Campaign.Approve"/>
    /// <returns>What must be mended before a start, by field; null when there is no such campaign.</returns>
    public Task<FieldErrors?> ApproveAsync(Guid id, ApprovalRequest seen, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        MoveAsync(
            id, caller,
            (campaign, recipients) =>
            {
                campaign.Approve(caller.GetUserId(), seen.AskedAt, seen.Recipients, recipients, time.GetUtcNow(), Activity.Current?.Id);
                return Task.CompletedTask;
            },
            cancellationToken);

    public Task PublishAsync(Guid id, Guid organizationId, CancellationToken cancellationToken) =>
        starts.PublishAsync(new StartCampaign(organizationId, id), id, cancellationToken);

    private async Task<FieldErrors?> MoveAsync(Guid id, ClaimsPrincipal caller, Func<Campaign, long, Task> move, CancellationToken cancellationToken)
    {
        var organizationId = caller.GetOrganizationId();
        FieldErrors? problems = null;
        var queued = false;
        await db.ChangeCampaignAsync(
            id,
            async campaign =>
            {
                var (total, reachable, _, _) = await db.CountAsync(campaign, time, cancellationToken);
                problems = await ProblemsAsync(campaign, total, cancellationToken);
                if (!problems.Any)
                    await move(campaign, reachable);
                queued = campaign.Status is CampaignStatus.Queued;
            },
            cancellationToken);
        if (queued)
            await PublishAsync(id, organizationId, cancellationToken);
        changes.Changed(organizationId, id);
        return problems;
    }

    private async Task<FieldErrors> ProblemsAsync(Campaign campaign, long total, CancellationToken cancellationToken)
    {
        var problems = campaign.Audience.Problems();
        if (TemplateChecker.Check(campaign.Template, labName: "").Errors is { Count: > 0 } errors)
            problems.Add("template", errors);
        if (!await db.Senders.AnyAsync(sender => sender.Status != SenderStatus.Retired, cancellationToken))
            problems.Add("sender", "There is no sender number. Add one under Settings first.");
        if (total == 0)
            problems.Add("audience", "No patient fits this audience. Widen the filter or import patients first.");
        return problems;
    }

    /// <summary>An API key asks for who made it, and that person can't be the second one.</summary>
    private async Task<Guid> PersonAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var id = caller.GetUserId();
        return await db.ApiKeys.Where(key => key.Id == id).Select(key => (Guid?)key.CreatedBy).SingleOrDefaultAsync(cancellationToken) ?? id;
    }
}
