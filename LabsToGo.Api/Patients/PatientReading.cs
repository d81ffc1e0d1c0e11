using LabsToGo.Api.Accounts.ApiKeys;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Consent;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients;

internal static class PatientReading
{
    /// <summary>Of a ledger; nobody reads further back on a page.</summary>
    private const int Newest = 200;

    public static async Task<Results<Ok<PatientResponse>, NotFound>> GetAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken) =>
        await db.Patients.AsNoTracking().Where(patient => patient.Id == id).AsShown(db).SingleOrDefaultAsync(cancellationToken) is { } row
            ? TypedResults.Ok(row.ToResponse())
            : TypedResults.NotFound();

    /// <summary>Of the patient's present number: an opt-out belongs to the phone. What is kept of an erased patient has the number that is gone.</summary>
    public static async Task<Results<Ok<List<ConsentEventResponse>>, NotFound>> ConsentAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var patient = await db.Patients.AsNoTracking().SingleOrDefaultAsync(patient => patient.Id == id, cancellationToken);
        if (patient is null)
            return TypedResults.NotFound();
        var ledger = db.ConsentEvents.AsNoTracking().Where(consent => consent.OrganizationId == patient.OrganizationId);
        var events =
            await (patient.ErasedAt is null ? ledger.Where(consent => consent.Phone == patient.Phone) : ledger.Where(consent => consent.PatientId == id))
            .OrderByDescending(consent => consent.Id)
            .Take(Newest)
            .ToListAsync(cancellationToken);
        var names = await db.CallerNamesAsync([.. events.Select(consent => consent.RecordedBy).OfType<Guid>().Distinct()], cancellationToken);
        return TypedResults.Ok(events.ConvertAll(consent => new ConsentEventResponse(
            ((ConsentKind?)consent.Kind).State(), consent.IsUndoing ? "undo" : consent.Source.Stored(), consent.WordingVersion, consent.Note,
            consent.RecordedBy is { } user ? names.GetValueOrDefault(user) : null, consent.OccurredAt)));
    }
}
