using LabsToGo.Domain.Messages;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>What became of one POST.</summary>
/// <param name="AttemptId">The claim under which it was made.</param>
/// <param name="Status">Accepted, Failed, Unknown, or Pending for what Twilio provably did not take.</param>
/// <param name="RetryAfter">With Pending: how long to wait.</param>
/// <param name="Posted">False for a row that was given back before its POST.</param>
/// <param name="OptOut">Twilio says that the number has opted out (21610): the ledger gets a line.</param>
internal readonly record struct SendOutcome(
    Guid MessageId,
    Guid BatchId,
    Guid AttemptId,
    MessageStatus Status,
    string? ProviderSid = null,
    int? ErrorCode = null,
    string? Reason = null,
    TimeSpan? RetryAfter = null,
    bool OptOut = false,
    bool Posted = true);
