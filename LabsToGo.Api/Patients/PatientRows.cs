using LabsToGo.Data;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Patients;

namespace LabsToGo.Api.Patients;

internal static class PatientRows
{
    public static IQueryable<PatientRow> AsShown(this IQueryable<Patient> patients, LabsToGoDbContext db) =>
        patients.Select(patient => new PatientRow(
            patient, db.CurrentConsent(patient.OrganizationId, patient.Phone).Select(consent => (ConsentKind?)consent.Kind).SingleOrDefault(),
            db.Unreachable(patient.OrganizationId, patient.Phone).SingleOrDefault()));
}
