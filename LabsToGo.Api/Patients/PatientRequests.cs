using System.Collections.Frozen;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Patients;

namespace LabsToGo.Api.Patients;

/// <summary>A form's fields by the same rules as an import's columns.</summary>
internal static class PatientRequests
{
    /// <param name="zones">Those that there are.</param>
    /// <returns>Null when <paramref name="errors"/> has something to say.</returns>
    public static PatientDetails? Check(PatientRequest request, FrozenSet<string> zones, DateOnly today, FieldErrors errors)
    {
        if (!PhoneNumber.TryNormalize(request.Phone, out var phone, out var problem))
            errors.Add("phone", problem);
        if (request.DateOfBirth is { } born && !BirthDate.IsPlausible(born, today, out problem))
            errors.Add("dateOfBirth", problem);
        string? state = null;
        if (!string.IsNullOrWhiteSpace(request.State) && !UsStates.TryNormalize(request.State, out state))
            errors.Add("state", "There is no such state. Use its two letters, such as NY.");
        if (!PostalCode.TryNormalize(request.PostalCode, out var postalCode))
            errors.Add("postalCode", "This is not a ZIP code: five digits, or five, a dash and four.");
        if (!TimeZones.TryNormalize(request.TimeZone, zones, out var zone))
            errors.Add("timeZone", "There is no such time zone. Use a name such as America/New_York, or leave it empty.");
        foreach (var (field, text) in ((string, string?)[])[("firstName", request.FirstName), ("lastName", request.LastName),
            ("externalId", request.ExternalId),
            ("city", request.City)])
        {
            if (text is not null && text.Any(char.IsControl))
                errors.Add(field, "This has invisible control characters in it. Please type it anew.");
        }
        return errors.Any
            ? null
            : new PatientDetails(
                Given(request.ExternalId), request.FirstName.Trim(), request.LastName.Trim(), phone, request.DateOfBirth, Given(request.City), state,
                postalCode,
                TimeZones.Find(zone, postalCode, state, phone), request.Deceased);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
