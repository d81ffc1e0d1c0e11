namespace LabsToGo.Domain.Campaigns;

/// <summary>Recipients per state. Kept by a trigger inside every statement that moves rows, so it can't drift from them.</summary>
public sealed class CampaignCounters
{
    public Guid CampaignId { get; private set; }

    public Guid OrganizationId { get; private set; }

    public long Total { get; private set; }

    /// <summary>Those under a claim included.</summary>
    public long Pending { get; private set; }

    public long Unknown { get; private set; }

    public long Accepted { get; private set; }

    public long Sent { get; private set; }

    public long Delivered { get; private set; }

    public long SentUnconfirmed { get; private set; }

    public long Undelivered { get; private set; }

    public long Failed { get; private set; }

    public long Skipped { get; private set; }

    public long Canceled { get; private set; }

    public long Expired { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }
}
