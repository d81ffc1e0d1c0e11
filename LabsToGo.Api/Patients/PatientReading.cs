using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Consent;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients;

internal static class PatientReading
{
    /// <summary>Of a ledger or of the replies; nobody reads further back on a page.</summary>
    private const int Newest = 200;

    public static async Task<Results<Ok<PatientResponse>, NotFound>> GetAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken) =>
        await db.Patients.AsNoTracking().Where(patient => patient.Id == id).WithConsent(db).SingleOrDefaultAsync(cancellationToken) is { } row
            ? TypedResults.Ok(row.ToResponse())
            : TypedResults.NotFound();

    /// <summary>Of the patient's present number: an opt-out belongs to the phone.</summary>
    public static async Task<Results<Ok<List<ConsentEventResponse>>, NotFound>> ConsentAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var patient = await db.Patients.AsNoTracking().SingleOrDefaultAsync(patient => patient.Id == id, cancellationToken);
        if (patient is null)
            return TypedResults.NotFound();
        var events = await db.ConsentEvents.AsNoTracking()
            .Where(consent => consent.OrganizationId == patient.OrganizationId && consent.Phone == patient.Phone)
            .OrderByDescending(consent => consent.Id)
            .Take(Newest)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(events.ConvertAll(consent => new ConsentEventResponse(
            consent.Kind == ConsentKind.Granted, consent.Source.Stored(), consent.WordingVersion, consent.Note, consent.OccurredAt)));
    }

    public static async Task<Results<Ok<List<ReplyResponse>>, NotFound>> RepliesAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var patient = await db.Patients.AsNoTracking().SingleOrDefaultAsync(patient => patient.Id == id, cancellationToken);
        if (patient is null)
            return TypedResults.NotFound();
        var replies = await db.Replies.AsNoTracking()
            .Where(reply => reply.OrganizationId == patient.OrganizationId && reply.PatientId == id)
            .OrderByDescending(reply => reply.Id)
            .Take(Newest)
            .ToListAsync(cancellationToken);
        var name = $"{patient.FirstName} {patient.LastName}".Trim();
        return TypedResults.Ok(replies.ConvertAll(reply => new ReplyResponse(reply.Id, id, name, reply.Phone, reply.Body, reply.Intent, reply.ReceivedAt)));
    }
}
