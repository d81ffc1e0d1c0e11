using LabsToGo.TwilioSandbox.Faults;
using LabsToGo.TwilioSandbox.Messages;

namespace LabsToGo.TwilioSandbox.Callbacks;

/// <summary>What becomes of a message: queued, sent, and one of the ends.</summary>
internal static class MessageFate
{
    private const int UnknownError = 30008;

    public static IEnumerable<(TimeSpan After, StatusChange Change)> Draw(SandboxMessage message, FaultSettings settings)
    {
        var end = Random.Shared.NextDouble();
        (string Status, int? Error)[] steps =
            end < settings.Failed ? [("queued", null), ("failed", UnknownError)]
            : end < settings.Failed + settings.Undelivered ? [("queued", null), ("sent", null), ("undelivered", settings.UndeliveredWithCode)]
            : [("queued", null), ("sent", null), ("delivered", null)];

        var delays = steps.Select((_, step) => TimeSpan.FromMilliseconds(settings.CallbackDelayMilliseconds * (step + 0.5 + Random.Shared.NextDouble() / 2)))
            .ToArray();
        if (Random.Shared.NextDouble() < settings.ShuffledCallbacks)
            Random.Shared.Shuffle(delays);

        foreach (var ((status, error), after) in steps.Zip(delays))
        {
            var silent = !settings.Callbacks || Random.Shared.NextDouble() < settings.LostCallbacks;
            var repeats = Random.Shared.NextDouble() < settings.DuplicateCallbacks ? Random.Shared.Next(1, 5) : 0;
            yield return (after, new StatusChange(message, status, error, silent, repeats));
        }
    }
}
