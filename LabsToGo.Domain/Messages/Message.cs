namespace LabsToGo.Domain.Messages;

/// <summary>
/// One recipient of one campaign, from plan to end. Rows are written and moved by the set-based statements of LabsToGo.Data alone;
/// this class is how they are read.
/// </summary>
public sealed class Message
{
    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public Guid CampaignId { get; private set; }

    public Guid PatientId { get; private set; }

    /// <summary>Chosen at planning, the same for a patient every time; null on rows that were skipped then.</summary>
    public Guid? SenderId { get; private set; }

    /// <summary>E.164, as it was at planning.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>IANA name of the recipient's zone, or empty: the strictest hours apply then.</summary>
    public string TimeZone { get; private set; } = "";

    public string Body { get; private set; } = "";

    public short Segments { get; private set; }

    public MessageStatus Status { get; private set; }

    /// <summary>Why it was skipped or failed: a <see cref="SkipReason"/> as stored, or words.</summary>
    public string? Reason { get; private set; }

    /// <summary>Twilio's.</summary>
    public int? ErrorCode { get; private set; }

    /// <summary>POSTs begun so far.</summary>
    public short Attempts { get; private set; }

    /// <summary>While unknown: the claim under which it was sent; a late outcome of its holder still counts.</summary>
    public Guid? AttemptId { get; private set; }

    /// <summary>When the last POST was begun.</summary>
    public DateTimeOffset? AttemptedAt { get; private set; }

    /// <summary>Twilio's sid.</summary>
    public string? ProviderSid { get; private set; }

    /// <summary>
    /// Every distinct status that Twilio reported with the time it came, as JSON, also those that came too late to move the row; and what we found out, and who
    /// decided. <see cref="MessageHistory"/> reads it.
    /// </summary>
    public string History { get; private set; } = "{}";

    /// <summary>Set when the text was deleted, here and at Twilio.</summary>
    public DateTimeOffset? RedactedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }
}
