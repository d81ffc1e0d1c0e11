using LabsToGo.Data;
using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients;

internal static class SamePersons
{
    /// <summary>Who is there already by the import's rule: the number, names that agree, and no other birth date or patient number.</summary>
    public static IQueryable<Patient> SamePerson(this LabsToGoDbContext db, Patient patient) =>
        db.Patients.FromSql(
            $"""
            select * from patients
            where organization_id = {patient.OrganizationId} and phone = {patient.Phone}
                and names_agree(first_name, last_name, {patient.FirstName}, {patient.LastName})
                and (date_of_birth = {patient.DateOfBirth} or date_of_birth is null or {patient.DateOfBirth}::date is null)
                and (external_id is null or {patient.ExternalId}::text is null)
            """);
}
