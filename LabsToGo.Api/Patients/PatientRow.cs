using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Patients;

namespace LabsToGo.Api.Patients;

/// <summary>A patient with the newest line of the number's consent ledger, as the pages show it.</summary>
internal sealed record PatientRow(Patient Patient, ConsentKind? Consent)
{
    public PatientResponse ToResponse() => new(
        Patient.Id, Patient.ExternalId, Patient.FirstName, Patient.LastName, Patient.Phone, Patient.DateOfBirth,
        Patient.City, Patient.State, Patient.PostalCode, Patient.TimeZone, State(Consent), Patient.UpdatedAt, Patient.ErasedAt);

    private static ConsentState State(ConsentKind? newest) => newest switch
    {
        ConsentKind.Granted => ConsentState.Granted,
        ConsentKind.Revoked => ConsentState.Revoked,
        _ => ConsentState.None,
    };
}
