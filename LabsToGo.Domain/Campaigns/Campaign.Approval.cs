using LabsToGo.Contracts.Http;

namespace LabsToGo.Domain.Campaigns;

/// <summary>A second person's approval, which a large campaign needs.</summary>
public sealed partial class Campaign
{
    /// <summary>Who asked for the start, when it needs or needed another person's approval. For an API key: who made it.</summary>
    public Guid? ApprovalRequestedBy { get; private set; }

    public DateTimeOffset? ApprovalRequestedAt { get; private set; }

    /// <summary>The second person, when there was one.</summary>
    public Guid? ApprovedBy { get; private set; }

    public bool WaitsForApproval => Status is CampaignStatus.Draft && ApprovalRequestedBy is not null;

    /// <summary>Its recipients are not all written down yet and nobody but its starter has agreed to their number.</summary>
    public bool MayOutgrowItsStart => Kind is CampaignKind.Bulk && PlannedAt is null && ApprovedBy is null;

    /// <exception cref="DomainException">It has been started already, or another's approval is waited for.</exception>
    public void AskForApproval(Guid by, DateTimeOffset now)
    {
        Require(Status is CampaignStatus.Draft, "has been started already");
        Require(!WaitsForApproval, "waits for another person's approval already");
        (ApprovalRequestedBy, ApprovalRequestedAt, StatusNote) = (by, now, null);
    }

    /// <summary>Starts what somebody else asked for.</summary>
    /// <param name="askedAt">Which ask was looked at: after a change it is another one.</param>
    /// <param name="recipientsSeen">The number of people that was agreed to.</param>
    /// <param name="recipients">How many it would be by now.</param>
    /// <exception cref="DomainException">Nobody asked, the same person did, or it has become something else since it was looked at.</exception>
    public void Approve(Guid by, DateTimeOffset askedAt, long recipientsSeen, long recipients, DateTimeOffset now, string? traceParent)
    {
        RequireAsk();
        Require(by != ApprovalRequestedBy, "needs another person's approval: you asked for it yourself");
        Require(askedAt == ApprovalRequestedAt, "was changed since you looked at it. Look again, then approve it");
        Require(
            recipients <= recipientsSeen,
            $"goes to {recipients:N0} people by now, more than the {recipientsSeen:N0} that you were shown. Look again, then approve it");
        ApprovedBy = by;
        Begin(now, traceParent);
    }

    /// <exception cref="DomainException">Nobody asked for approval.</exception>
    public void Decline(string by, string why)
    {
        RequireAsk();
        ForgetAsk();
        StatusNote = $"Not approved by {by}: {why}";
    }

    /// <exception cref="DomainException">Nobody asked for approval.</exception>
    public void WithdrawAsk()
    {
        RequireAsk();
        ForgetAsk();
    }

    private void ForgetAsk() => (ApprovalRequestedBy, ApprovalRequestedAt, StatusNote) = (null, null, null);

    private void RequireAsk() =>
        Require(
            WaitsForApproval,
            Status is CampaignStatus.Draft ? "waits for nobody's approval (any more): it was changed, declined or taken back" : "has been started already");
}
