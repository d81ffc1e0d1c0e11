namespace LabsToGo.Domain.Messages;

/// <summary>A text that Twilio took and did not deliver, whose row was tried again: it is accounted for, and late words about it change nothing.</summary>
public sealed class EarlierAttempt
{
    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public Guid MessageId { get; private set; }

    /// <summary>Twilio's sid.</summary>
    public string ProviderSid { get; private set; } = "";

    /// <summary>Set when its text was deleted at Twilio, which is as soon as it can be: the row tells of the last attempt alone.</summary>
    public DateTimeOffset? RedactedAt { get; private set; }
}
