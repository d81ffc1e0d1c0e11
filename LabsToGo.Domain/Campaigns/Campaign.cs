using LabsToGo.Contracts.Http;

namespace LabsToGo.Domain.Campaigns;

/// <summary>One template sent to one audience. Its row is also the outbox of its start: what is queued and not taken is published again.</summary>
public sealed partial class Campaign
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

    /// <summary>One text to one patient, started at once.</summary>
    /// <param name="text">Of a <see cref="CampaignKind.Reply"/> as it shall arrive, of a <see cref="CampaignKind.Test"/> a template.</param>
    public static Campaign Direct(
        CampaignKind kind, Guid organizationId, string name, string text, Guid patientId, Guid createdBy, DateTimeOffset now, string? traceParent)
    {
        var campaign = new Campaign(organizationId, name, text, new Audience(PatientId: patientId), createdBy, now) { Kind = kind };
        campaign.Begin(now, traceParent);
        return campaign;
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public CampaignKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Liquid; the text itself for a <see cref="CampaignKind.Reply"/>, until it is planned: from then on it is in its message alone.</summary>
    public string Template { get; private set; } = "";

    public Audience Audience { get; private set; } = new();

    /// <summary>The one whom the audience names, when it does; kept by the database.</summary>
    public Guid? PatientId { get; private set; }

    public CampaignStatus Status { get; private set; }

    /// <summary>Who paused or canceled it and why, in words.</summary>
    public string? StatusNote { get; private set; }

    /// <summary>Limits of its organization for which it was paused: each pauses it once, so that who resumes it has the last word.</summary>
    public string[] LimitsReached { get; private set; } = [];

    /// <summary>Null for what the system answers by itself.</summary>
    public Guid? CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Set when every recipient has a row; until then a resumed campaign is planned on from <see cref="PlanCursor"/>.</summary>
    public DateTimeOffset? PlannedAt { get; private set; }

    /// <summary>The last patient who has a row.</summary>
    public Guid? PlanCursor { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>How long after its start a text is still worth sending.</summary>
    public short LifetimeHours { get; private set; } = MaxLifetimeHours;

    /// <summary>Rows still waiting at this moment expire instead of being sent late; until then what Twilio was too busy for is tried again.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Set when the texts of all its messages have been deleted here and at Twilio.</summary>
    public DateTimeOffset? RedactedAt { get; private set; }

    /// <summary>W3C trace context of the start, so that the way from the click to Twilio is one trace.</summary>
    public string? TraceParent { get; private set; }

    /// <summary>What others were asked to approve is no more: they are asked again at the next start.</summary>
    /// <exception cref="DomainException">It has been started.</exception>
    public void Change(string name, string template, Audience audience)
    {
        Require(Status is CampaignStatus.Draft, "can only be changed before it is started");
        (Name, Template, Audience) = (name, template, audience);
        ForgetAsk();
    }

    /// <summary>Three days is longer than any closed window of the default sending hours, and shorter than a text stays useful.</summary>
    public const int MaxLifetimeHours = 72;

    /// <exception cref="DomainException">It has been started, or the hours are outside of 1 to 72.</exception>
    public void GiveUpAfter(int hours)
    {
        Require(Status is CampaignStatus.Draft, "has been started already");
        if (hours is < 1 or > MaxLifetimeHours)
            throw new DomainException($"A text is worth sending for 1 to {MaxLifetimeHours} hours.");
        LifetimeHours = (short)hours;
    }

    /// <param name="recipients">How many people would get the text by now.</param>
    /// <param name="approvalAbove">To how many one person alone may start it.</param>
    /// <exception cref="DomainException">It has been started already, or it takes two.</exception>
    public void Start(long recipients, int approvalAbove, DateTimeOffset now, string? traceParent)
    {
        Require(Status is CampaignStatus.Draft, "has been started already");
        Require(recipients <= approvalAbove, $"goes to more than {approvalAbove:N0} people, so it needs another person's approval");
        ForgetAsk();
        Begin(now, traceParent);
    }

    /// <exception cref="DomainException">It is not under way.</exception>
    public void Pause(string by)
    {
        Require(Status is CampaignStatus.Queued or CampaignStatus.Planning or CampaignStatus.Running, "is not under way, so it can't be paused");
        Status = CampaignStatus.Paused;
        StatusNote = $"Paused by {by}.";
    }

    /// <param name="recipients">How many people would get the text by now; 0 will do unless it <see cref="MayOutgrowItsStart"/>.</param>
    /// <param name="approvalAbove">As at its start: who pauses it, imports, and resumes it goes no way around a second person.</param>
    /// <exception cref="DomainException">It is not paused, or it takes two by now.</exception>
    public void Resume(long recipients, int approvalAbove)
    {
        Require(Status is CampaignStatus.Paused, "is not paused");
        Require(
            !MayOutgrowItsStart || recipients <= approvalAbove,
            $"goes to more than {approvalAbove:N0} people by now, so it needs another person's approval. Cancel it and start a new one");
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
        // Not planned any more, it would stay here, where neither retention nor erasure looks for it.
        if (Kind is CampaignKind.Reply)
            Template = "";
    }

    private void Begin(DateTimeOffset now, string? traceParent)
    {
        Status = CampaignStatus.Queued;
        StatusNote = null;
        StartedAt = now;
        ExpiresAt = now.AddHours(LifetimeHours);
        TraceParent = traceParent;
    }

    private static void Require(bool allowed, string otherwise)
    {
        if (!allowed)
            throw new DomainException($"The campaign {otherwise}.");
    }
}
