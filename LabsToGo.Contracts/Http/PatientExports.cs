namespace LabsToGo.Contracts.Http;

/// <summary>Everything that is held of one patient, for the patient.</summary>
/// <param name="Consents">The ledger of the patient's numbers, the oldest line first.</param>
/// <param name="Access">Who read or changed the record, by the audit log, the oldest entry first.</param>
public sealed record PatientExport(
    DateTimeOffset ExportedAt,
    string ExportedBy,
    string Laboratory,
    PatientResponse Patient,
    IReadOnlyList<ExportedConsent> Consents,
    IReadOnlyList<ExportedMessage> Messages,
    IReadOnlyList<ExportedReply> Replies,
    IReadOnlyList<ExportedAccess> Access);

/// <param name="Consent">What counted from then on; <c>none</c> where nothing was known any more.</param>
public sealed record ExportedConsent(string Phone, ConsentState Consent, string Source, string? WordingVersion, string? Note, DateTimeOffset OccurredAt);

/// <param name="Text">Empty when its time was over.</param>
/// <param name="History">Twilio's words for its states, each with the time it came.</param>
public sealed record ExportedMessage(
    Guid Id,
    string Campaign,
    string Phone,
    string Text,
    string Status,
    string? Reason,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? RedactedAt,
    IReadOnlyDictionary<string, DateTimeOffset> History);

public sealed record ExportedReply(Guid Id, string Phone, string Text, string Intent, DateTimeOffset ReceivedAt, DateTimeOffset? RedactedAt);

public sealed record ExportedAccess(DateTimeOffset At, string Actor, string Action, string Outcome);
