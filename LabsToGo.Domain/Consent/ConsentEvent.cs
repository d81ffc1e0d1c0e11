namespace LabsToGo.Domain.Consent;

/// <summary>
/// One line of the consent ledger: who allowed or forbade texts to a number, when and how we know. Lines are only ever added;
/// the newest one of a number is its state. It is kept by number, since an opt-out is of the phone, whoever the patient record says holds it.
/// </summary>
public sealed class ConsentEvent
{
    /// <summary>The line's number, given by the database: it alone orders the ledger, whatever the clocks of those who wrote say.</summary>
    public long Id { get; private set; }

    public required Guid OrganizationId { get; init; }

    public Guid? PatientId { get; init; }

    /// <summary>E.164.</summary>
    public required string Phone { get; init; }

    public required ConsentKind Kind { get; init; }

    public required ConsentSource Source { get; init; }

    /// <summary>Which wording the patient agreed to, where a wording was shown.</summary>
    public string? WordingVersion { get; init; }

    public string? Note { get; init; }

    /// <summary>The user who entered it; null when it came from the patient's phone or from Twilio.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>The import whose file said it, or which was undone with it.</summary>
    public Guid? ImportId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Lines that a file wrote have no note: this one takes them back, and says again what was known before.</summary>
    public bool IsUndoing => ImportId is not null && Note is not null;
}
