namespace LabsToGo.Domain.Messages;

/// <summary>
/// A row that did not go the usual way: what staff look for, and what is still to be asked. Kept by a trigger beside the messages, since an index on their
/// status would make every update of every message an update of all indexes.
/// </summary>
public sealed class NotableMessage
{
    public Guid MessageId { get; private set; }

    public Guid OrganizationId { get; private set; }

    public Guid CampaignId { get; private set; }

    public Guid PatientId { get; private set; }

    public MessageStatus Status { get; private set; }

    /// <summary>While unknown: when Twilio is next asked; null when it is not asked any more.</summary>
    public DateTimeOffset? AskAt { get; private set; }
}
