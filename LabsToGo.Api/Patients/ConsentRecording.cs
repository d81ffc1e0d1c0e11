using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Patients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients;

internal static class ConsentRecording
{
    public static async Task<Results<Ok<PatientResponse>, NotFound>> HandleAsync(
        Guid id, ConsentRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Patients.AsNoTracking().SingleOrDefaultAsync(patient => patient.Id == id, cancellationToken) is not { } patient)
            return TypedResults.NotFound();
        patient.RequirePresent();
        var kind = request.Granted ? ConsentKind.Granted : ConsentKind.Revoked;
        await AddAsync(db, patient, kind, request.Note, caller.GetUserId(), time.GetUtcNow(), cancellationToken);
        var row = await db.Patients.AsNoTracking().Where(patient => patient.Id == id).WithConsent(db).SingleAsync(cancellationToken);
        return TypedResults.Ok(row.ToResponse());
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
            Note = string.IsNullOrWhiteSpace(note) ? null : note.Replace("\0", "", StringComparison.Ordinal).Trim(),
            RecordedBy = userId,
            OccurredAt = now,
        });
        return db.SaveChangesAsync(cancellationToken);
    }
}
