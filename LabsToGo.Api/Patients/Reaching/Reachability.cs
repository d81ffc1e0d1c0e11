using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Patients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients.Reaching;

/// <summary>The one answer to whether somebody can be texted: on the pages, to programs, and before a text to one patient is taken.</summary>
internal static class Reachability
{
    public static async Task<Results<Ok<ReachabilityResponse>, NotFound>> HandleAsync(
        Guid id, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken) =>
        await db.Patients.AsNoTracking().SingleOrDefaultAsync(patient => patient.Id == id, cancellationToken) is { } patient
            ? TypedResults.Ok(await db.ReachabilityAsync(patient, time.GetUtcNow(), cancellationToken))
            : TypedResults.NotFound();

    public static async Task<ReachabilityResponse> ReachabilityAsync(
        this LabsToGoDbContext db, Patient patient, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (patient.ErasedAt is not null)
            return No(Obstacle.Erased, "This patient was erased on request.") with { Since = patient.ErasedAt };
        if (patient.Deceased)
            return No(Obstacle.Deceased, "This patient has died, by our records. If that is wrong, edit the patient first.");
        var consent = await db.CurrentConsent(patient.OrganizationId, patient.Phone).Select(consent => (ConsentKind?)consent.Kind)
            .SingleOrDefaultAsync(cancellationToken);
        if (consent is null)
            return No(Obstacle.NoConsent, "This patient has not agreed to get texts. Record a consent first.");
        if (consent is ConsentKind.Revoked)
            return await db.OptedOutAsync(patient, cancellationToken);
        if (await db.ObstacleBesideConsentAsync(patient, cancellationToken) is { } obstacle)
            return obstacle;
        var leaves = await db.NextAllowedAsync(patient.Id, cancellationToken);
        if (leaves == DateTimeOffset.MaxValue)
            return No(
                Obstacle.NoHours,
                "No hour of the week is allowed for this patient by your sending hours. Enter the patient's time zone, or widen the hours under Settings.");
        DateTimeOffset? later = leaves > now.AddMinutes(1) ? leaves : null;
        return consent is ConsentKind.Held
            ? await db.OnHoldAsync(patient, later, cancellationToken)
            : new ReachabilityResponse(CanBeTexted: true, CanBeAnswered: true, LeavesAt: later);
    }

    private static async Task<ReachabilityResponse> OptedOutAsync(this LabsToGoDbContext db, Patient patient, CancellationToken cancellationToken)
    {
        var line = await db.NewestLineAsync(patient, cancellationToken);
        var start = await db.TextStartToAsync(patient, cancellationToken);
        var end = start is null
            ? "Only they can take that back: by texting START, or by agreeing anew, which you then record."
            : $"Twilio blocks texts to them as well. Only they can end that: by texting START to {start} from this phone.";
        return No(Obstacle.OptedOut, $"This patient has opted out of texts{line.Source.HowKnown()}. {end}") with
        {
            Since = line.OccurredAt,
            Said = line.Source is ConsentSource.Reply ? await db.SaidAsync(patient, ReplyIntent.Stop, cancellationToken) : null,
            TextStartTo = start,
        };
    }

    private static async Task<ReachabilityResponse> OnHoldAsync(
        this LabsToGoDbContext db, Patient patient, DateTimeOffset? leaves, CancellationToken cancellationToken) =>
        new(
            CanBeTexted: false,
            CanBeAnswered: true,
            Obstacle.OnHold,
            "A reply from this number may be an opt-out: nothing is sent but your answers until somebody decides. If you are not sure, ask them.",
            (await db.NewestLineAsync(patient, cancellationToken)).OccurredAt,
            await db.SaidAsync(patient, ReplyIntent.Hold, cancellationToken),
            LeavesAt: leaves);

    private static async Task<ReachabilityResponse?> ObstacleBesideConsentAsync(
        this LabsToGoDbContext db, Patient patient, CancellationToken cancellationToken)
    {
        if (await db.TextStartToAsync(patient, cancellationToken) is { } start)
            return No(
                Obstacle.BlockedByTwilio,
                $"Twilio blocks texts to this number, since it texted STOP. Only they can end that: by texting START to {start} from this phone.") with
            {
                TextStartTo = start,
            };
        if (await db.Unreachable(patient.OrganizationId, patient.Phone).SingleOrDefaultAsync(cancellationToken) is { } unreachable)
            return No(
                Obstacle.Unreachable,
                $"Texts do not reach this number: {unreachable.InWords()}. Correct it, or have it tried again if the phone can get texts now.") with
            {
                Since = unreachable.Since,
            };
        return await db.Senders.AnyAsync(sender => sender.Status == SenderStatus.Active, cancellationToken)
            ? null
            : No(Obstacle.NoSender, "No sender number is active. Add or resume one under Settings first.");
    }

    private static Task<ConsentEvent> NewestLineAsync(this LabsToGoDbContext db, Patient patient, CancellationToken cancellationToken) =>
        db.ConsentEvents.AsNoTracking()
            .Where(line => line.OrganizationId == patient.OrganizationId && line.Phone == patient.Phone)
            .OrderByDescending(line => line.Id)
            .FirstAsync(cancellationToken);

    /// <summary>By the number, whichever of those who share it the reply stands with.</summary>
    private static Task<string?> SaidAsync(this LabsToGoDbContext db, Patient patient, ReplyIntent intent, CancellationToken cancellationToken)
    {
        var stored = intent.Stored();
        return db.Replies
            .Where(reply => reply.OrganizationId == patient.OrganizationId && reply.Phone == patient.Phone && reply.Intent == stored && reply.Body != "")
            .OrderByDescending(reply => reply.Id)
            .Select(reply => (string?)reply.Body)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static string HowKnown(this ConsentSource source) => source switch
    {
        ConsentSource.Reply => " by a text message",
        ConsentSource.Carrier => ", as Twilio told us",
        ConsentSource.Import => ", as an imported file says",
        _ => ", as somebody of the staff recorded",
    };

    private static ReachabilityResponse No(Obstacle obstacle, string reason) => new(CanBeTexted: false, CanBeAnswered: false, obstacle, reason);
}
