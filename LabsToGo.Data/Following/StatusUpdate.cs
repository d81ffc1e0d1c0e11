using LabsToGo.Domain.Messages;

namespace LabsToGo.Data.Following;

/// <summary>What Twilio says of one message.</summary>
/// <param name="ReportedStatus">Twilio's own word, kept as history.</param>
/// <param name="Status">The state that it means for us.</param>
/// <param name="TryAgain">It was not delivered, which may pass: some hours later it may be.</param>
public readonly record struct StatusUpdate(
    Guid MessageId,
    string ReportedStatus,
    MessageStatus Status,
    string? ProviderSid,
    int? ErrorCode,
    string? Reason,
    bool TryAgain = false);
