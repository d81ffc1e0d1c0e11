namespace LabsToGo.Contracts.Http;

/// <param name="OptedOut">Patients who may not be texted because they, or staff for them, said so last.</param>
/// <param name="OnHold">Patients whose replies may be opt-outs, so that somebody has to decide; who waits longest first, the first 20.</param>
/// <param name="NeedApproval">Drafts that wait for a second person's approval, newest first.</param>
/// <param name="Active">Campaigns that are queued, planned, running or paused, newest first.</param>
/// <param name="Notices">What a person must look at, the most urgent first.</param>
public sealed record DashboardResponse(
    long Patients,
    long Reachable,
    long OptedOut,
    long SentToday,
    long DeliveredToday,
    long FailedToday,
    IReadOnlyList<HeldReply> OnHold,
    IReadOnlyList<CampaignSummary> NeedApproval,
    IReadOnlyList<CampaignSummary> Active,
    IReadOnlyList<CampaignSummary> Recent,
    IReadOnlyList<ReplyResponse> Replies,
    IReadOnlyList<string> Notices);

public sealed record CampaignSummary(
    Guid Id,
    string Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    CampaignProgress Progress);

/// <param name="Text">What the patient wrote; empty when its time was over.</param>
/// <param name="Since">When it came.</param>
public sealed record HeldReply(Guid PatientId, string PatientName, string Text, DateTimeOffset Since);

/// <param name="Intent"><c>stop</c>, <c>hold</c> (may be one), <c>start</c>, <c>help</c> or <c>other</c>.</param>
public sealed record ReplyResponse(
    Guid Id,
    Guid? PatientId,
    string? PatientName,
    string Phone,
    string Text,
    string Intent,
    DateTimeOffset ReceivedAt);
