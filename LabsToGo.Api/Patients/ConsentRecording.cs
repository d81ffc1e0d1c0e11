using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Consent;
using LabsToGo.Domain;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Patients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients;

/// <summary>What staff write into the consent ledger.</summary>
internal static class ConsentRecording
{
    private const string ReasonMissing =
        "This number has opted out. Write how you know that they want texts again, such as: called us on Monday and asked for them.";

    /// <summary>The one act by which staff end an opt-out: made for it, with its reason and who did it.</summary>
    public static async Task<Results<Ok<PatientResponse>, NotFound, ValidationProblem>> HandleAsync(
        Guid id, ConsentRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Patients.AsNoTracking().SingleOrDefaultAsync(patient => patient.Id == id, cancellationToken) is not { } patient)
            return TypedResults.NotFound();
        patient.RequirePresent();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var note = request.Note?.Trim();
        var now = await db.LockedConsentAsync(patient, cancellationToken);
        if (request.Granted && now is ConsentKind.Held)
            throw new DomainException("A reply from this number may be an opt-out. Decide on that first, on the patient's page.");
        if (request.Granted && now is ConsentKind.Revoked && string.IsNullOrEmpty(note))
            return FieldErrors.Of("note", ReasonMissing);
        var kind = request.Granted ? ConsentKind.Granted : ConsentKind.Revoked;
        await AddAsync(db, patient, kind, note, caller.GetUserId(), time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var row = await db.Patients.AsNoTracking().Where(patient => patient.Id == id).AsShown(db).SingleAsync(cancellationToken);
        return TypedResults.Ok(row.ToResponse());
    }

    /// <summary>In the form's transaction: what a form says of consent counts, unless the number has opted out, or may have.</summary>
    public static async Task GrantByFormAsync(
        LabsToGoDbContext db, Patient patient, Guid userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.LockedConsentAsync(patient, cancellationToken) is not (ConsentKind.Revoked or ConsentKind.Held))
            await AddAsync(db, patient, ConsentKind.Granted, null, userId, now, cancellationToken);
    }

    public static Task AddAsync(
        LabsToGoDbContext db, Patient patient, ConsentKind kind, string? note, Guid userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.Add(new ConsentEvent
        {
            OrganizationId = patient.OrganizationId,
            PatientId = patient.Id,
            Phone = patient.Phone,
            Kind = kind,
            Source = ConsentSource.Staff,
            Note = string.IsNullOrEmpty(note) ? null : note,
            RecordedBy = userId,
            OccurredAt = now,
        });
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Holds the ledger until the transaction ends, as every writer does: no opt-out can come between this answer and what is written.</summary>
    /// <returns>Null where nothing is known of the number.</returns>
    public static async Task<ConsentKind?> LockedConsentAsync(this LabsToGoDbContext db, Patient patient, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(ConsentLedger.Lock, cancellationToken);
        return await db.CurrentConsent(patient.OrganizationId, patient.Phone).Select(consent => (ConsentKind?)consent.Kind)
            .SingleOrDefaultAsync(cancellationToken);
    }
}
