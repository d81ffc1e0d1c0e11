using System.Collections.Concurrent;
using LabsToGo.Twilio.Messages;
using Microsoft.Extensions.Options;

namespace LabsToGo.SmsWorker.Retention;

/// <summary>Deletes texts at Twilio, few at once and slowly: there is time, and sending goes first.</summary>
internal sealed partial class TwilioRedaction(SentMessages twilio, IOptions<RetentionOptions> options, TimeProvider time, ILogger<TwilioRedaction> logger)
{
    private const int AtOnce = 4;

    private readonly Pace _pace = new(TimeSpan.FromSeconds(1.0 / options.Value.RequestsPerSecond), time);

    /// <returns>Those that are gone there, and whether Twilio answers: when it does not, the rest is left for later.</returns>
    public async Task<(IReadOnlyCollection<Guid> Redacted, bool Available)> RedactAsync(IEnumerable<TwilioCopy> copies, CancellationToken cancellationToken)
    {
        var redacted = new ConcurrentBag<Guid>();
        var available = true;
        await Parallel.ForEachAsync(
            copies, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (copy, stopping) =>
        {
            await _pace.TurnAsync(stopping);
            if (!Volatile.Read(ref available))
                return;
            switch (await twilio.RedactAsync(copy.Sid, stopping))
            {
                case RedactResult.Redacted or RedactResult.Gone:
                    redacted.Add(copy.Id);
                    break;
                case RedactResult.NotYet:
                    Log.NotYet(logger, copy.Id);
                    break;
                default:
                    Volatile.Write(ref available, false);
                    break;
            }
        });
        return (redacted, available);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Twilio does not delete the text of {MessageId} yet; it is asked again")]
        public static partial void NotYet(ILogger logger, Guid messageId);
    }
}
