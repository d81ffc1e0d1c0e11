using System.Diagnostics;
using LabsToGo.Data.Planning;
using LabsToGo.Domain.Templates;
using LabsToGo.ServiceDefaults;
using Npgsql;

namespace LabsToGo.CampaignWorker.Planning;

/// <summary>
/// Writes one row per recipient, in chunks that each commit together with the campaign's cursor: a stop at any point goes on from there,
/// and whoever plans beside us waits at the row lock and then goes on from our cursor.
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
        var chunk = new PlanChunk(campaign, template);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        long rows = 0;
        while (await PlanChunkAsync(connection, chunk, cancellationToken) is { } written)
        {
            rows += written;
            changes.Changed(campaign.OrganizationId, campaignId);
            if (written < ChunkSize)
                break;
        }
        Log.Planned(logger, campaignId, rows, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <returns>The rows written; null when the campaign was paused, canceled or finished by another planner meanwhile.</returns>
    private static async Task<int?> PlanChunkAsync(NpgsqlConnection connection, PlanChunk chunk, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.LockForPlanningAsync(chunk.Campaign.Id, cancellationToken) is not { } position)
            return null;

        var candidates = await connection.ReadCandidatesAsync(
            chunk.Campaign, position, DateOnly.FromDateTime(position.Now.UtcDateTime), ChunkSize, cancellationToken);
        if (candidates.Count > 0)
        {
            var messages = chunk.Render(candidates, position.Now);
            await connection.WriteMessagesAsync(chunk.Campaign, messages, position.Now, cancellationToken);
            await connection.WriteBatchesAsync(chunk.Campaign, PlanBatches.Of(chunk.Campaign, messages), position.Now, cancellationToken);
            await connection.MoveCursorAsync(chunk.Campaign.Id, candidates[^1].Id, cancellationToken);
        }
        if (candidates.Count < ChunkSize)
            await connection.CompletePlanAsync(chunk.Campaign.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return candidates.Count;
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
