using LabsToGo.Data.Sending;
using LabsToGo.Domain.Messages;
using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Messages;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>What the end of a POST means for its row.</summary>
internal static class Outcomes
{
    /// <summary>How long a callback has to close an unknown row before Twilio is asked.</summary>
    private static readonly TimeSpan AskAfter = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(30);

    /// <summary>A refused sender's rows wait this long after it is resumed by a person.</summary>
    private static readonly TimeSpan AfterPause = TimeSpan.FromSeconds(1);

    public static SendOutcome Of(Guid messageId, CreateResult result, Random random) => result switch
    {
        CreateResult.Accepted accepted => new(messageId, MessageStatus.Accepted, accepted.Sid),
        CreateResult.Rejected { Error.Class: TwilioErrorClass.SenderOrAccount } => new(messageId, MessageStatus.Pending, RetryAfter: AfterPause),
        CreateResult.Rejected rejected => new(
            messageId, MessageStatus.Failed, ErrorCode: rejected.Code, Reason: rejected.Error.InWords, OptOut: rejected.Code == TwilioErrors.OptedOut),
        CreateResult.RetryLater later => new(messageId, MessageStatus.Pending, ErrorCode: later.Code, RetryAfter: later.After ?? Jittered(random)),
        CreateResult.Unknown unknown => new(messageId, MessageStatus.Unknown, Reason: unknown.Reason, RetryAfter: AskAfter),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };

    /// <summary>Full jitter: rows refused together do not come back together.</summary>
    private static TimeSpan Jittered(Random random) => FirstRetry + random.NextDouble() * (LongestRetry - FirstRetry);
}
