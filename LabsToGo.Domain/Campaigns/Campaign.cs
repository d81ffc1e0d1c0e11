namespace LabsToGo.Domain.Campaigns;

/// <summary>One template sent to one audience. Its row is also the outbox of its start: what is queued and not taken is published again.</summary>
public sealed class Campaign
{
    private Campaign() { }

    public Campaign(Guid organizationId, string name, string template, Audience audience, Guid createdBy, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        OrganizationId = organizationId;
        CreatedBy = createdBy;
        CreatedAt = now;
        Name = name;
        Template = template;
        Audience = audience;
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Liquid.</summary>
    public string Template { get; private set; } = "";

    public Audience Audience { get; private set; } = new();

    public CampaignStatus Status { get; private set; }

    /// <summary>Who paused or canceled it and why, in words.</summary>
    public string? StatusNote { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Set when every recipient has a row; until then a resumed campaign is planned on from <see cref="PlanCursor"/>.</summary>
    public DateTimeOffset? PlannedAt { get; private set; }

    /// <summary>The last patient who has a row.</summary>
    public Guid? PlanCursor { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>Rows still waiting at this moment expire instead of being sent late.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Who asked for the start while it needs another person's approval; null when none is waited for.</summary>
    public Guid? ApprovalRequestedBy { get; private set; }

    public DateTimeOffset? ApprovalRequestedAt { get; private set; }

    /// <summary>The second person, when there was one.</summary>
    public Guid? ApprovedBy { get; private set; }

    /// <summary>Set when the texts of all its messages have been deleted here and at Twilio.</summary>
    public DateTimeOffset? RedactedAt { get; private set; }

    /// <summary>W3C trace context of the start, so that the way from the click to Twilio is one trace.</summary>
    public string? TraceParent { get; private set; }

    /// <exception cref="DomainException">It has been started.</exception>
    public void Change(string name, string template, Audience audience)
    {
        Require(Status is CampaignStatus.Draft, "can only be changed before it is started");
        (Name, Template, Audience) = (name, template, audience);
    }

    /// <summary>Three days is longer than any closed window of the default sending hours, and shorter than a text stays useful.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromDays(3);

    /// <exception cref="DomainException">It has been started already.</exception>
    public void Start(DateTimeOffset now, string? traceParent)
    {
        Require(Status is CampaignStatus.Draft, "has been started already");
        Status = CampaignStatus.Queued;
        StartedAt = now;
        ExpiresAt = now + DefaultLifetime;
        TraceParent = traceParent;
    }

    /// <exception cref="DomainException">It is not under way.</exception>
    public void Pause(string by)
    {
        Require(Status is CampaignStatus.Queued or CampaignStatus.Planning or CampaignStatus.Running, "is not under way, so it can't be paused");
        Status = CampaignStatus.Paused;
        StatusNote = $"Paused by {by}.";
    }

    /// <exception cref="DomainException">It is not paused.</exception>
    public void Resume()
    {
        Require(Status is CampaignStatus.Paused, "is not paused");
        Status = PlannedAt is null ? CampaignStatus.Queued : CampaignStatus.Running;
        StatusNote = null;
    }

    /// <summary>Ends it for good: what has not been handed to Twilio never will be. What was handed over is still followed.</summary>
    /// <exception cref="DomainException">It was never started or has ended.</exception>
    public void Cancel(string by, DateTimeOffset now)
    {
        Require(Status is not (CampaignStatus.Draft or CampaignStatus.Completed or CampaignStatus.Canceled), "is not under way, so it can't be canceled");
        Status = CampaignStatus.Canceled;
        StatusNote = $"Canceled by {by}.";
        CompletedAt = now;
    }

    private static void Require(bool allowed, string otherwise)
    {
        if (!allowed)
            throw new DomainException($"The campaign {otherwise}.");
    }
}
