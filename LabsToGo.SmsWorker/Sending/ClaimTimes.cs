using LabsToGo.Twilio;
using Microsoft.Extensions.Options;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>How long what a claim has checked may be acted on, and how long the claim itself lasts. By the monotonic clock: nobody sets it.</summary>
internal sealed class ClaimTimes(IOptions<TwilioOptions> twilio, IOptions<SendingOptions> sending, TimeProvider time)
{
    /// <summary>What was checked longer ago may have changed: it is given back instead of sent.</summary>
    internal static readonly TimeSpan Holds = TimeSpan.FromSeconds(1);

    /// <summary>Longer than any POST can take, so a claim is only ever lost with its worker, and no POST under it can still be on its way afterwards.</summary>
    public TimeSpan Lease { get; } = Holds + TimeSpan.FromSeconds(twilio.Value.TimeoutSeconds + sending.Value.LeaseSlackSeconds);

    /// <summary>To be asked before the claim.</summary>
    /// <returns>Whether a POST under the claim may still begin.</returns>
    public Func<bool> Begin()
    {
        var began = time.GetTimestamp();
        return () => time.GetElapsedTime(began) < Holds;
    }
}
