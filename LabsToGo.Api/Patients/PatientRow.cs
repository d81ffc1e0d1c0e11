using LabsToGo.Api.Patients.Reaching;
using LabsToGo.Contracts.Http;
using LabsToGo.Data.Reaching;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Patients;

namespace LabsToGo.Api.Patients;

/// <summary>A patient with the newest line of the number's consent ledger, and why texts don't reach it, as the pages show it.</summary>
internal sealed record PatientRow(Patient Patient, ConsentKind? Consent, Unreachable? Unreachable)
{
    public PatientResponse ToResponse() => new(
        Patient.Id, Patient.ExternalId, Patient.FirstName, Patient.LastName, Patient.Phone, Patient.DateOfBirth,
        Patient.City, Patient.State, Patient.PostalCode, Patient.TimeZoneBasis is TimeZoneBasis.Given ? Patient.TimeZone : null,
        Patient.TimeZone.Split(',', StringSplitOptions.RemoveEmptyEntries), Consent.State(), Patient.UpdatedAt, Patient.ErasedAt,
        Unreachable is null ? null : new UnreachableResponse(Unreachable.InWords(), Unreachable.Since), Patient.Deceased);
}
