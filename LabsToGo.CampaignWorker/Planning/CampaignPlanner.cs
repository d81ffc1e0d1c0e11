using System.Diagnostics;
using LabsToGo.CampaignWorker.Dispatching;
using LabsToGo.Data.Live;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Templates;
using Npgsql;

namespace LabsToGo.CampaignWorker.Planning;

/// <summary>
/// Writes one row per recipient, in chunks that each commit together with the campaign's cursor: a stop at any point goes on from there.
/// While one chunk is written the next is read. Whoever plans beside us finds the cursor moved, and leaves the rest to us.
/// </summary>
internal sealed partial class CampaignPlanner(
    NpgsqlDataSource dataSource, PlanningTurns turns, Dispatcher dispatcher, CampaignChanges changes, ILogger<CampaignPlanner> logger)
{
    /// <summary>Of rows: small at first, so that the first texts leave while the rest is planned, and twice as many each time.</summary>
    private const int FirstChunk = 1_000, LargestChunk = 5_000;

    /// <summary>Begins at once: for what is done in a moment.</summary>
    public Task PlanAtOnceAsync(Guid campaignId, CancellationToken cancellationToken) => PlanAsync(campaignId, givesWay: false, cancellationToken);

    /// <summary>Takes turns with the others that are planned here. A campaign that is among them already is left to them.</summary>
    public async Task PlanInTurnsAsync(Guid organizationId, Guid campaignId, CancellationToken cancellationToken)
    {
        using var place = turns.Join(organizationId, campaignId);
        for (var gaveWay = place is not null; gaveWay;)
        {
            await place!.TakeTurnAsync(cancellationToken);
            try
            {
                gaveWay = await PlanAsync(campaignId, givesWay: true, cancellationToken);
            }
            finally
            {
                place.EndTurn();
            }
        }
    }

    /// <returns>True when it gave way to another, and is to be planned on.</returns>
    private async Task<bool> PlanAsync(Guid campaignId, bool givesWay, CancellationToken cancellationToken)
    {
        var campaign = await dataSource.TakeCampaignAsync(campaignId, cancellationToken);
        if (campaign is null)
        {
            Log.NotToBePlanned(logger, campaignId);
            return false;
        }
        if (campaign.Senders.Count == 0)
        {
            Log.NoSender(logger, campaignId);
            return false;
        }
        var template = TemplateOf(campaign);
        var started = Stopwatch.GetTimestamp();
        var (rows, gaveWay) = await PlanAsync(campaign, new PlanChunk(campaign, template), givesWay, cancellationToken);
        Log.Planned(logger, campaignId, rows, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return gaveWay;
    }

    private async Task<(long Rows, bool GaveWay)> PlanAsync(CampaignToPlan campaign, PlanChunk chunk, bool givesWay, CancellationToken cancellationToken)
    {
        await using var reading = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var writing = await dataSource.OpenConnectionAsync(cancellationToken);
        long rows = 0;
        var (position, size) = (campaign.Position, FirstChunk);
        var next = reading.ReadCandidatesAsync(campaign, position, size, cancellationToken);
        try
        {
            while (true)
            {
                var candidates = await next;
                var last = candidates.Count < size;
                var gaveWay = givesWay && !last && turns.Wanted;
                size = Math.Min(size * 2, LargestChunk);
                if (!last && !gaveWay)
                    next = reading.ReadCandidatesAsync(campaign, candidates[^1].Id, size, cancellationToken);
                if (!await WriteChunkAsync(writing, chunk, position, candidates, last, cancellationToken))
                    return (rows, false);
                rows += candidates.Count;
                dispatcher.Wake();
                changes.Changed(campaign.OrganizationId, campaign.Id);
                if (last || gaveWay)
                    return (rows, gaveWay);
                position = candidates[^1].Id;
            }
        }
        finally
        {
            // Its connection is given back only when it is quiet.
            await Task.WhenAny(next);
        }
    }

    private static MessageTemplate TemplateOf(CampaignToPlan campaign) =>
        campaign.Kind.IsAnswer() ? MessageTemplate.Literal(campaign.Template)
        : MessageTemplate.TryParse(campaign.Template, out var template, out var error) ? template
        : throw new InvalidOperationException($"The template of campaign {campaign.Id} was started although it can't be read: {error}");

    /// <returns>False when the campaign was paused, canceled, or planned on by another meanwhile.</returns>
    private static async Task<bool> WriteChunkAsync(
        NpgsqlConnection connection, PlanChunk chunk, Guid position, List<PlanCandidate> candidates, bool last, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.LockForPlanningAsync(chunk.Campaign.Id, cancellationToken) is not { } cursor || cursor.LastPatientId != position)
            return false;

        if (candidates.Count > 0)
        {
            var shared = candidates.Where(candidate => candidate.SharesPhone).Select(candidate => candidate.Phone).ToList();
            var copied = await connection.CopiedNumbersAsync(chunk.Campaign.Id, shared, cancellationToken);
            var messages = chunk.Render(candidates, copied, cursor.Now);
            await connection.WriteMessagesAsync(chunk.Campaign, messages, cursor.Now, cancellationToken);
            await connection.WriteBatchesAsync(chunk.Campaign, PlanBatches.Of(chunk.Campaign, messages), cursor.Now, cancellationToken);
            await connection.MoveCursorAsync(chunk.Campaign.Id, candidates[^1].Id, cancellationToken);
        }
        if (last)
            await connection.CompletePlanAsync(chunk.Campaign.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Campaign {CampaignId} is not to be planned: it is planned already, paused or ended.")]
        public static partial void NotToBePlanned(ILogger logger, Guid campaignId);

        [LoggerMessage(LogLevel.Warning, "Campaign {CampaignId} waits: its organization has no sender number.")]
        public static partial void NoSender(ILogger logger, Guid campaignId);

        [LoggerMessage(LogLevel.Information, "Planned {Rows} rows of campaign {CampaignId} in {Milliseconds:N0} ms.")]
        public static partial void Planned(ILogger logger, Guid campaignId, long rows, double milliseconds);
    }
}
