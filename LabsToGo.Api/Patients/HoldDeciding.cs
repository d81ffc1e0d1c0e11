using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain;
using LabsToGo.Domain.Consent;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients;

/// <summary>A person decides whether a reply that may be an opt-out is one.</summary>
internal static class HoldDeciding
{
    /// <exception cref="DomainException">Nothing waits for a decision.</exception>
    public static async Task<Results<Ok<PatientResponse>, NotFound>> HandleAsync(
        Guid id, HoldDecisionRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var patients = db.Patients.AsNoTracking().Where(patient => patient.Id == id);
        if (await patients.SingleOrDefaultAsync(cancellationToken) is not { } patient)
            return TypedResults.NotFound();
        patient.RequirePresent();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockedConsentAsync(patient, cancellationToken) is not ConsentKind.Held)
            throw new DomainException("There is nothing to decide any more: a colleague has decided, or the patient has written again.");
        var (kind, note) = request.OptedOut
            ? (ConsentKind.Revoked, "Their reply was an opt-out.")
            : ((await db.ConsentBeforeHold(patient.OrganizationId, patient.Phone).SingleAsync(cancellationToken)).Kind, "Their reply was not an opt-out.");
        await ConsentRecording.AddAsync(db, patient, kind, note, caller.GetUserId(), time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok((await patients.AsShown(db).SingleAsync(cancellationToken)).ToResponse());
    }
}
