using System.Collections.Frozen;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Patients;

namespace LabsToGo.Api.Patients;

/// <summary>A form's fields by the same rules as an import's columns. What an import leaves out, the person before the form is told.</summary>
internal static class PatientRequests
{
    /// <param name="zones">Those that there are.</param>
    /// <returns>Null when <paramref name="errors"/> has something to say.</returns>
    public static PatientDetails? Check(PatientRequest request, FrozenSet<string> zones, DateOnly today, FieldErrors errors)
    {
        if (!PhoneNumber.TryNormalize(CellText.Clean(request.Phone), out var phone, out var problem))
            errors.Add("phone", problem);
        if (request.DateOfBirth is { } born && !BirthDate.IsPlausible(born, today, out problem))
            errors.Add("dateOfBirth", problem);
        string? state = null;
        if (CellText.CleanValue(request.State) is { Length: > 0 } named && !UsStates.TryNormalize(named, out state))
            errors.Add("state", "There is no such state. Use its two letters, such as NY.");
        if (!PostalCode.TryNormalize(CellText.CleanKey(request.PostalCode), out var postalCode))
            errors.Add("postalCode", "This is not a ZIP code: five digits, or five, a dash and four.");
        if (!TimeZones.TryNormalize(CellText.CleanValue(request.TimeZone), zones, out var zone, state, postalCode))
            errors.Add("timeZone", "There is no such time zone. Use a name such as America/New_York, or leave it empty.");
        var (first, last) = (CellText.CleanName(request.FirstName), CellText.CleanName(request.LastName));
        if (first.Length == 0 && last.Length == 0)
            errors.Add("lastName", "The name is missing.");
        var (externalId, city) = (CellText.CleanKey(request.ExternalId), CellText.CleanValue(request.City));
        foreach (var (field, text) in ((string, string)[])[("firstName", first), ("lastName", last), ("externalId", externalId), ("city", city)])
        {
            if (text.Any(char.IsControl))
                errors.Add(field, "This has invisible control characters in it. Please type it anew.");
        }
        return errors.Any
            ? null
            : new PatientDetails(
                Given(externalId), first, last, phone, request.DateOfBirth, Given(city), state, postalCode, TimeZones.Find(zone, postalCode, state, phone),
                request.Deceased);
    }

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
