using LabsToGo.Data.Leading;
using LabsToGo.Data.Looping;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabsToGo.SmsWorker.Retention;

/// <summary>
/// Deletes texts whose time is over, ours and patients', here and at Twilio. Whatever is left at the end of a round is left for the next one.
/// </summary>
internal sealed partial class RetentionLoop(
    NpgsqlDataSource dataSource, TwilioRedaction twilio, IOptions<RetentionOptions> options, Leadership leadership, LoopHealth health, TimeProvider time,
    ILogger<RetentionLoop> logger)
    : LeaderLoop(leadership, TimeSpan.FromSeconds(1), health, time, logger)
{
    private const int DeletedAtOnce = 5_000, RedactedAtOnce = 200;

    private static readonly TimeSpan WhileTwilioIsAway = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = time;

    private long _lookedAt;

    private TimeSpan _rest;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (_lookedAt != 0 && _time.GetElapsedTime(_lookedAt) < _rest)
            return;
        var available = await RedactRepliesAsync(cancellationToken) && await RedactEarlierAsync(cancellationToken);
        foreach (var campaign in await dataSource.CampaignsToRedactAsync(cancellationToken))
        {
            await DeleteTextsAsync(campaign, cancellationToken);
            available = available && await RedactAtTwilioAsync(campaign, cancellationToken);
            if (await dataSource.CompleteRedactionAsync(campaign, cancellationToken))
                Log.Redacted(logger, campaign);
        }
        var interval = TimeSpan.FromSeconds(options.Value.IntervalSeconds);
        (_lookedAt, _rest) = (_time.GetTimestamp(), available || interval < WhileTwilioIsAway ? interval : WhileTwilioIsAway);
        if (!available)
            Log.Away(logger);
    }

    private async Task DeleteTextsAsync(Guid campaign, CancellationToken cancellationToken)
    {
        for (Guid? after = Guid.Empty; after is { } last;)
            after = await dataSource.DeleteTextsAsync(campaign, last, DeletedAtOnce, cancellationToken);
    }

    /// <returns>False when Twilio does not answer.</returns>
    private async Task<bool> RedactAtTwilioAsync(Guid campaign, CancellationToken cancellationToken)
    {
        for (var after = Guid.Empty; await dataSource.CopiesOfCampaignAsync(
            campaign, after, RedactedAtOnce, cancellationToken) is { Count: > 0 } copies; after = copies[^1].PatientId!.Value)
        {
            var (redacted, available) = await twilio.RedactAsync(copies, cancellationToken);
            await dataSource.MessagesAreRedactedAsync(redacted, cancellationToken);
            if (!available)
                return false;
        }
        return true;
    }

    private async Task<bool> RedactRepliesAsync(CancellationToken cancellationToken)
    {
        await dataSource.DeleteRepliesAsync(cancellationToken);
        return await RedactAsync(dataSource.CopiesOfRepliesAsync, dataSource.RepliesAreRedactedAsync, cancellationToken);
    }

    private Task<bool> RedactEarlierAsync(CancellationToken cancellationToken) =>
        RedactAsync(dataSource.EarlierCopiesAsync, dataSource.EarlierAttemptsAreRedactedAsync, cancellationToken);

    private async Task<bool> RedactAsync(
        Func<int, CancellationToken, Task<List<TwilioCopy>>> next, Func<IReadOnlyCollection<Guid>, CancellationToken, Task> done,
        CancellationToken cancellationToken)
    {
        while (await next(RedactedAtOnce, cancellationToken) is { Count: > 0 } copies)
        {
            var (redacted, available) = await twilio.RedactAsync(copies, cancellationToken);
            await done(redacted, cancellationToken);
            // Only refusals stand in front.
            if (!available || redacted.Count == 0)
                return available;
        }
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The texts of campaign {CampaignId} are deleted, here and at Twilio: its organization keeps them no longer")]
        public static partial void Redacted(ILogger logger, Guid campaignId);

        [LoggerMessage(LogLevel.Warning, "Twilio does not delete texts just now; it is asked again within a minute")]
        public static partial void Away(ILogger logger);
    }
}
