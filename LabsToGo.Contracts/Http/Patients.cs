using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace LabsToGo.Contracts.Http;

/// <summary>
/// Whether texts may be sent: <c>none</c> was never given, <c>granted</c> is in force, <c>revoked</c> was taken back, and with <c>held</c> a reply may have
/// taken it back: nothing is sent but answers until somebody decides.
/// </summary>
public enum ConsentState
{
    None,
    Granted,
    Revoked,
    Held,
}

/// <summary>A search travels in a body, never in a URL: it holds names and numbers.</summary>
/// <param name="Search">The beginning of a first or last name, an external id or a phone number; empty finds all.</param>
/// <param name="After">The cursor that the page before returned.</param>
public sealed record PatientSearchRequest(
    [property: StringLength(100)] string? Search = null,
    [property: StringLength(400)] string? After = null,
    [property: Range(1, 200)] int Limit = 50);

/// <param name="TimeZone">As somebody named it; null when it was found by the ZIP code, the state or the area code.</param>
/// <param name="KeptTimeZones">
/// Texts leave only in hours that are allowed in all of these: one, or several where it is not certain which one it is. None where nothing tells any; the
/// hours of the whole country are kept then.
/// </param>
/// <param name="ErasedAt">Set when the patient was erased on request: all that is left is empty then.</param>
/// <param name="Unreachable">Set when texts don't reach the number, and so are not sent to it.</param>
/// <param name="Deceased">No text is sent to the patient, whatever the number's consent.</param>
public sealed record PatientResponse(
    Guid Id,
    string? ExternalId,
    string FirstName,
    string LastName,
    string Phone,
    DateOnly? DateOfBirth,
    string? City,
    string? State,
    string? PostalCode,
    string? TimeZone,
    IReadOnlyList<string> KeptTimeZones,
    ConsentState Consent,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ErasedAt = null,
    UnreachableResponse? Unreachable = null,
    bool Deceased = false)
{
    [JsonIgnore] public string FullName => $"{FirstName} {LastName}".Trim();
}

/// <param name="Reason">What Twilio said, in words.</param>
public sealed record UnreachableResponse(string Reason, DateTimeOffset Since);

/// <param name="Phone">Any common notation; kept as E.164.</param>
/// <param name="TimeZone">An IANA name; found by postal code or area code when empty.</param>
/// <param name="ConsentGiven">True records a consent given in person, with the user as its source; not for a number that has opted out, which the answer
/// shows. Editing never takes consent back: see <see cref="ConsentRequest"/>.</param>
public sealed record PatientRequest(
    [property: StringLength(64)] string? ExternalId,
    [property: Required, StringLength(100)] string FirstName,
    [property: Required, StringLength(100)] string LastName,
    [property: Required, StringLength(100)] string Phone,
    DateOnly? DateOfBirth,
    [property: StringLength(100)] string? City,
    [property: StringLength(60)] string? State,
    [property: StringLength(40)] string? PostalCode,
    [property: StringLength(64)] string? TimeZone,
    bool ConsentGiven,
    bool Deceased = false);

/// <param name="Name">The patient's first and last name as they stand in the record: makes sure that the right one is meant.</param>
public sealed record ErasePatientRequest([property: Required, StringLength(201)] string Name);

/// <param name="Note">How it is known. Needed for a consent that ends an opt-out.</param>
public sealed record ConsentRequest(bool Granted, [property: StringLength(200)] string? Note);

/// <param name="OptedOut">Whether the reply was an opt-out. If not, what was known of the number before it counts again.</param>
public sealed record HoldDecisionRequest([property: JsonRequired] bool OptedOut);

/// <summary>One line of the consent ledger.</summary>
/// <param name="Consent">What counted from then on; <c>none</c> where nothing was known any more.</param>
/// <param name="Source"><c>undo</c> where an import was undone, and what was known before counts again.</param>
/// <param name="RecordedBy">The name of who entered it; null when it came from the patient's phone or from Twilio.</param>
public sealed record ConsentEventResponse(
    ConsentState Consent, string Source, string? WordingVersion, string? Note, string? RecordedBy, DateTimeOffset OccurredAt);
