using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Reaching;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients.Reaching;

/// <summary>Staff know better than what Twilio said: the phone is on again, or the number was moved to a mobile.</summary>
internal static class TryingAgain
{
    public static async Task<Results<Ok<PatientResponse>, NotFound>> HandleAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var patients = db.Patients.AsNoTracking().Where(patient => patient.Id == id);
        if (await patients.SingleOrDefaultAsync(cancellationToken) is not { } patient)
            return TypedResults.NotFound();
        patient.RequirePresent();
        await db.WithConnectionAsync(
            connection => connection.ClearUnreachableAsync(patient.OrganizationId, patient.Phone, cancellationToken), cancellationToken);
        return TypedResults.Ok((await patients.AsShown(db).SingleAsync(cancellationToken)).ToResponse());
    }
}
