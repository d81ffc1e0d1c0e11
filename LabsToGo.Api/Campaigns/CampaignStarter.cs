using System.Diagnostics;
using LabsToGo.Contracts.Messages;
using LabsToGo.Data;
using LabsToGo.Data.Planning;
using LabsToGo.Domain.Templates;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

/// <summary>
/// Starts a campaign: the row says so, and that is the promise. The message to the planner only makes it quick; the sweeper sends it again
/// for every row that nobody has taken.
/// </summary>
internal sealed partial class CampaignStarter(LabsToGoDbContext db, IBus bus, TimeProvider time, ILogger<CampaignStarter> logger)
{
    private static readonly TimeSpan BrokerPatience = TimeSpan.FromSeconds(2);

    /// <returns>What must be mended before a start, by field; null when there is no such campaign.</returns>
    public async Task<Dictionary<string, string[]>?> ProblemsAsync(Guid id, Guid organizationId, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(campaign => campaign.Id == id, cancellationToken);
        if (campaign is null)
            return null;

        var problems = campaign.Audience.Problems();
        if (TemplateChecker.Check(campaign.Template).Errors is { Count: > 0 } errors)
            problems["template"] = [.. errors];
        if (!await db.Senders.AnyAsync(cancellationToken))
            problems["sender"] = ["There is no sender number. Add one under Settings first."];
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (total, _) = await db.WithConnectionAsync(
            connection => connection.CountAudienceAsync(organizationId, campaign.Audience, today, cancellationToken), cancellationToken);
        if (total == 0)
            problems["audience"] = ["No patient fits this audience. Widen the filter or import patients first."];
        return problems;
    }

    /// <exception cref="Domain.DomainException">It has been started already.</exception>
    public async Task StartAsync(Guid id, Guid organizationId, CancellationToken cancellationToken)
    {
        await db.ChangeCampaignAsync(id, campaign => campaign.Start(time.GetUtcNow(), Activity.Current?.Id), cancellationToken);
        await PublishAsync(id, organizationId, cancellationToken);
    }

    public async Task PublishAsync(Guid id, Guid organizationId, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(BrokerPatience);
        try
        {
            await bus.Publish(new StartCampaign(organizationId, id), patience.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotPublished(logger, id, exception.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The broker did not take the start of campaign {CampaignId} ({Problem}); the sweeper sends it again.")]
        public static partial void NotPublished(ILogger logger, Guid campaignId, string problem);
    }
}
