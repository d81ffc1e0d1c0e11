using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Scheduling;
using LabsToGo.Domain;
using LabsToGo.Domain.Patients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients;

internal static class PatientWriting
{
    private const string NumberTaken = "Another patient has this patient number already. Search for the number to find them.";

    public static async Task<Results<Created<PatientResponse>, ValidationProblem>> AddAsync(
        PatientRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, KnownTimeZones zones, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var errors = new FieldErrors();
        if (await CheckAsync(request, zones, now, errors, cancellationToken) is not { } details)
            return errors.ToProblem();

        var patient = new Patient(caller.GetOrganizationId(), details, now);
        await using var transaction = await db.BeginPatientChangeAsync(patient.OrganizationId, cancellationToken);
        if (await db.SamePerson(patient).AnyAsync(cancellationToken))
            throw new DomainException("A patient of this name with this phone number is there already. Search for the phone number to find them.");
        db.Add(patient);
        await SaveAsync(db, cancellationToken);
        if (request.ConsentGiven)
            await ConsentRecording.GrantByFormAsync(db, patient, caller.GetUserId(), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created($"/api/patients/{patient.Id}", await ReadAsync(db, patient.Id, cancellationToken));
    }

    public static async Task<Results<Ok<PatientResponse>, ValidationProblem, NotFound>> ChangeAsync(
        Guid id, PatientRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, KnownTimeZones zones, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var errors = new FieldErrors();
        if (await CheckAsync(request, zones, now, errors, cancellationToken) is not { } details)
            return errors.ToProblem();

        await using var transaction = await db.BeginPatientChangeAsync(caller.GetOrganizationId(), cancellationToken);
        if (await db.Patients.SingleOrDefaultAsync(patient => patient.Id == id, cancellationToken) is not { } patient)
            return TypedResults.NotFound();
        patient.Change(details, now);
        await SaveAsync(db, cancellationToken);
        if (request.ConsentGiven)
            await ConsentRecording.GrantByFormAsync(db, patient, caller.GetUserId(), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(await ReadAsync(db, id, cancellationToken));
    }

    private static async Task<PatientDetails?> CheckAsync(
        PatientRequest request, KnownTimeZones zones, DateTimeOffset now, FieldErrors errors, CancellationToken cancellationToken)
    {
        // By the clock of the easternmost zones, where a child may be born tomorrow already.
        return PatientRequests.Check(request, await zones.NamesAsync(cancellationToken), DateOnly.FromDateTime(now.UtcDateTime.AddHours(14)), errors);
    }

    private static async Task SaveAsync(LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            throw new DomainException(NumberTaken);
        }
    }

    private static async Task<PatientResponse> ReadAsync(LabsToGoDbContext db, Guid id, CancellationToken cancellationToken) =>
        (await db.Patients.AsNoTracking().Where(patient => patient.Id == id).AsShown(db).SingleAsync(cancellationToken)).ToResponse();
}
