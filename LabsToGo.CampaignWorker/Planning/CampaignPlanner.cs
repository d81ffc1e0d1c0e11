using System.Diagnostics;
using LabsToGo.Data.Planning;
using LabsToGo.Domain.Templates;
using LabsToGo.ServiceDefaults;
using Npgsql;

namespace LabsToGo.CampaignWorker.Planning;

/// <summary>
/// Writes one row per recipient, in chunks that each commit together with the campaign's cursor: a stop at any point goes on from there.
/// While one chunk is written the next is read. Whoever plans beside us finds the cursor moved, and leaves the rest to us.
/// </summary>
internal sealed partial class CampaignPlanner(NpgsqlDataSource dataSource, CampaignChanges changes, ILogger<CampaignPlanner> logger)
{
    private const int ChunkSize = 5_000;

    public async Task PlanAsync(Guid campaignId, CancellationToken cancellationToken)
    {
        var campaign = await dataSource.TakeCampaignAsync(campaignId, cancellationToken);
        if (campaign is null)
        {
            Log.NotToBePlanned(logger, campaignId);
            return;
        }
        if (campaign.Senders.Count == 0)
        {
            Log.NoSender(logger, campaignId);
            return;
        }
        if (!MessageTemplate.TryParse(campaign.Template, out var template, out var error))
            throw new InvalidOperationException($"The template of campaign {campaignId} was started although it can't be read: {error}");

        var started = Stopwatch.GetTimestamp();
        var rows = await PlanAsync(campaign, new PlanChunk(campaign, template), cancellationToken);
        Log.Planned(logger, campaignId, rows, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private async Task<long> PlanAsync(CampaignToPlan campaign, PlanChunk chunk, CancellationToken cancellationToken)
    {
        await using var reading = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var writing = await dataSource.OpenConnectionAsync(cancellationToken);
        long rows = 0;
        var position = campaign.Position;
        var next = reading.ReadCandidatesAsync(campaign, position, ChunkSize, cancellationToken);
        try
        {
            while (true)
            {
                var candidates = await next;
                var last = candidates.Count < ChunkSize;
                if (!last)
                    next = reading.ReadCandidatesAsync(campaign, candidates[^1].Id, ChunkSize, cancellationToken);
                if (!await WriteChunkAsync(writing, chunk, position, candidates, last, cancellationToken))
                    return rows;
                rows += candidates.Count;
                changes.Changed(campaign.OrganizationId, campaign.Id);
                if (last)
                    return rows;
                position = candidates[^1].Id;
            }
        }
        finally
        {
            // Its connection is given back only when it is quiet.
            await Task.WhenAny(next);
        }
    }

    /// <returns>False when the campaign was paused, canceled, or planned on by another meanwhile.</returns>
    private static async Task<bool> WriteChunkAsync(
        NpgsqlConnection connection, PlanChunk chunk, Guid position, List<PlanCandidate> candidates, bool last, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.LockForPlanningAsync(chunk.Campaign.Id, cancellationToken) is not { } cursor || cursor.LastPatientId != position)
            return false;

        if (candidates.Count > 0)
        {
            var messages = chunk.Render(candidates, cursor.Now);
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

        [LoggerMessage(LogLevel.Information, "Planned campaign {CampaignId}: {Rows} rows in {Milliseconds:N0} ms.")]
        public static partial void Planned(ILogger logger, Guid campaignId, long rows, double milliseconds);
    }
}
