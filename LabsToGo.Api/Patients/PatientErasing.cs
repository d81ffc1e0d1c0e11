using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Erasing;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Patients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients;

/// <summary>
/// On a patient's request nothing stays of them but what the law asks for: the ledger of consents, with an opt-out of their number that no import takes back
/// (47 CFR 64.1200(d)(6), five years), and the nameless record that something was sent. What stands at Twilio, or is under way, the workers follow up.
/// </summary>
internal static class PatientErasing
{
    private const string Note = "Erased on request. The number is not to be texted.";

    public static async Task<Results<Ok<PatientResponse>, NotFound, ValidationProblem>> HandleAsync(
        Guid id, ErasePatientRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.BeginPatientChangeAsync(caller.GetOrganizationId(), cancellationToken);
        if (await db.Patients.SingleOrDefaultAsync(patient => patient.Id == id, cancellationToken) is not { } patient)
            return TypedResults.NotFound();
        patient.RequirePresent();
        if (!string.Equals(patient.Name, request.Name.Trim(), StringComparison.OrdinalIgnoreCase))
            return FieldErrors.Of("name", "This is not the name of the patient. Type it as it stands in the record, so that nobody else is erased by mistake.");

        // First the ledger: from its commit on no claim takes a row for this number.
        await ConsentRecording.AddAsync(db, patient, ConsentKind.Revoked, Note, caller.GetUserId(), now, cancellationToken);
        var phone = patient.Phone;
        patient.Erase(now);
        await db.SaveChangesAsync(cancellationToken);
        await EraseTracesAsync(db, patient, phone, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var row = await db.Patients.AsNoTracking().Where(erased => erased.Id == id).AsShown(db).SingleAsync(cancellationToken);
        return TypedResults.Ok(row.ToResponse());
    }

    private static Task<bool> EraseTracesAsync(LabsToGoDbContext db, Patient patient, string phone, CancellationToken cancellationToken) =>
        db.WithConnectionAsync(
            async connection =>
            {
                await connection.CancelTextsToAsync(patient.OrganizationId, patient.Id, cancellationToken);
                await connection.EndWaitingOfAsync(patient.OrganizationId, patient.Id, cancellationToken);
                await connection.DeleteRepliesOfNobodyAsync(patient.OrganizationId, patient.Id, phone, cancellationToken);
                await connection.ForgetImportsAsync(patient.OrganizationId, patient.Id, cancellationToken);
                await connection.ForgetNumberAsync(patient.OrganizationId, patient.Id, phone, cancellationToken);
                await connection.DeleteTextsOfAsync(patient.OrganizationId, patient.Id, cancellationToken);
                await connection.ExpireFilesAsync(patient.OrganizationId, patient.Id, cancellationToken);
                await connection.EmptyAnswersAboutAsync(patient.OrganizationId, patient.Id, cancellationToken);
                return true;
            },
            cancellationToken);
}
