using LabsToGo.Domain.Patients;

namespace LabsToGo.Api.Patients.Searching;

/// <summary>A patient with the database's own search keys, whose lower case may differ from ours.</summary>
internal sealed record SearchRow(PatientRow Found, string LastNameKey, string FirstNameKey)
{
    public Patient Patient => Found.Patient;
}
