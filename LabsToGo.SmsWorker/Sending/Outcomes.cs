using LabsToGo.Domain.Messages;
using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Messages;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>What the ends of the POSTs of one claim mean for its rows.</summary>
internal static class Outcomes
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(120);

    /// <summary>Rows that were refused together with their sender.</summary>
    private static readonly TimeSpan AfterPause = TimeSpan.FromSeconds(1);

    /// <summary>Of a text that is refused, nobody knows why: in case it was no fault of the recipient's.</summary>
    private const int TriesUnexplained = 3;

    /// <param name="results">In the order of the claim's messages; null for what did not leave in time.</param>
    /// <param name="suspectsSender">What nobody can explain is the sender's fault.</param>
    public static SendOutcome[] Of(Claim claim, CreateResult?[] results, bool suspectsSender, Random random)
    {
        var outcomes = new SendOutcome[results.Length];
        for (var i = 0; i < results.Length; i++)
            outcomes[i] = Of(claim, claim.Messages[i].Id, results[i], suspectsSender, random);
        return outcomes;
    }

    private static SendOutcome Of(Claim claim, Guid id, CreateResult? result, bool suspectsSender, Random random)
    {
        var outcome = new SendOutcome(id, claim.BatchId, claim.AttemptId, MessageStatus.Pending);
        return result switch
        {
            null => outcome with { Posted = false, RetryAfter = TimeSpan.Zero },
            CreateResult.Accepted accepted => outcome with { Status = MessageStatus.Accepted, ProviderSid = accepted.Sid },
            CreateResult.Rejected { Error.Class: TwilioErrorClass.Sender or TwilioErrorClass.Account } => outcome with { RetryAfter = AfterPause },
            CreateResult.Rejected { Error.Class: TwilioErrorClass.Unknown } when suspectsSender => outcome with { RetryAfter = AfterPause },
            CreateResult.Rejected { Error.Class: TwilioErrorClass.Unknown } rejected when claim.Tries + 1 < TriesUnexplained =>
                outcome with { ErrorCode = rejected.Code, RetryAfter = Wait(null, claim.Tries, random) },
            CreateResult.Rejected rejected => outcome with
            {
                Status = MessageStatus.Failed,
                ErrorCode = rejected.Code,
                Reason = rejected.Error.InWords,
                OptOut = rejected.Code == TwilioErrors.OptedOut,
            },
            CreateResult.RetryLater later => outcome with { ErrorCode = later.Code, RetryAfter = Wait(later.After, claim.Tries, random) },
            CreateResult.Unknown unknown => outcome with { Status = MessageStatus.Unknown, Reason = unknown.Reason },
            _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
        };
    }

    /// <summary>
    /// Exponential with full jitter, so that rows refused together do not come back together; never sooner than Twilio asks. It goes on until the campaign's
    /// end, after which its texts are not worth sending any more.
    /// </summary>
    private static TimeSpan Wait(TimeSpan? asked, int tries, Random random)
    {
        var ceiling = FirstRetry * Math.Pow(2, Math.Min(tries, 10));
        if (ceiling > LongestRetry)
            ceiling = LongestRetry;
        return (asked ?? TimeSpan.Zero) + ceiling * random.NextDouble();
    }
}
