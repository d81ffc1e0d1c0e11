namespace LabsToGo.Domain.Messages;

/// <summary>A text that came in.</summary>
public sealed class Reply
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>The patient with this number, when there is one.</summary>
    public Guid? PatientId { get; init; }

    /// <summary>E.164, the patient's.</summary>
    public required string Phone { get; init; }

    /// <summary>The sender of ours that it came to.</summary>
    public required Guid SenderId { get; init; }

    public required string Body { get; init; }

    /// <summary><c>stop</c>, <c>hold</c>, <c>start</c>, <c>help</c> or <c>other</c>.</summary>
    public required string Intent { get; init; }

    /// <summary>STOP, START or HELP where Twilio itself obeyed and answered it; null where it left the text to us.</summary>
    public string? TwilioKeyword { get; init; }

    /// <summary>Twilio's; unique in an organization, so that a repeated webhook changes nothing.</summary>
    public required string ProviderSid { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Set when the text was deleted, here and at Twilio.</summary>
    public DateTimeOffset? RedactedAt { get; init; }
}
