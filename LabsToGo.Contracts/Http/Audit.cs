using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Contracts.Http;

/// <summary>Who did what to which record, when, from where.</summary>
/// <param name="Number">1, 2, 3 … within the organization.</param>
/// <param name="Actor">The name as it was then; empty when nobody is known.</param>
/// <param name="Action">A noun and a verb, such as <c>patient.read</c>.</param>
/// <param name="Subject">What <paramref name="SubjectId"/> is called now; empty where nothing of it is left.</param>
/// <param name="Outcome">Empty: done. Else how it ended, such as <c>denied 403</c>.</param>
/// <param name="Address">The caller's.</param>
/// <param name="TraceId">Of the request, as in logs and traces.</param>
public sealed record AuditEntryResponse(
    long Number,
    DateTimeOffset At,
    Guid? ActorId,
    string Actor,
    string Action,
    Guid? SubjectId,
    string Subject,
    string Outcome,
    string? Address,
    string TraceId);

/// <param name="Action">The beginning of an action: <c>patient</c>, or <c>patient.read</c>.</param>
/// <param name="ActorId">A user, or an API key.</param>
/// <param name="SubjectId">A patient, campaign, sender, user …</param>
/// <param name="From">From this moment on.</param>
/// <param name="Until">Before this moment.</param>
/// <param name="HideRoutine">Without looks at this log and at the dashboard, which happen all day.</param>
/// <param name="After">The cursor of the page before.</param>
public sealed record AuditSearchRequest(
    [property: StringLength(60)] string? Action = null,
    Guid? ActorId = null,
    Guid? SubjectId = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    bool HideRoutine = false,
    [property: StringLength(40)] string? After = null,
    [property: Range(1, 200)] int Limit = 50);

/// <param name="BrokenAt">The first entry at which the chain of hashes does not hold; null when it holds.</param>
public sealed record AuditVerificationResponse(long Entries, long? BrokenAt, string? Problem);
