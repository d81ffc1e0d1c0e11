using LabsToGo.Domain.Consent;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>A checked row. Empty values say nothing: they never erase what is known.</summary>
public sealed class ImportRow
{
    /// <summary>The patient's, should the row turn out to be a new one.</summary>
    public required Guid Id { get; init; }

    public required string Phone { get; set; }

    public string? ExternalId { get; set; }

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public DateOnly? DateOfBirth { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    public string? PostalCode { get; set; }

    /// <summary>What is known more surely is not replaced by it.</summary>
    public FoundTimeZone TimeZone { get; set; }

    public ConsentKind? Consent { get; set; }

    /// <summary>An import says of somebody that they have died, never that they are alive again.</summary>
    public bool Deceased { get; set; }

    /// <summary>The next one of the chunk with this number.</summary>
    public ImportRow? SamePhone { get; set; }

    /// <summary>Takes over what a later row of the same patient says; an opt-out stays one.</summary>
    public void Merge(ImportRow later)
    {
        Phone = later.Phone;
        ExternalId = later.ExternalId ?? ExternalId;
        if (later.FirstName.Length > 0 || later.LastName.Length > 0)
            (FirstName, LastName) = (later.FirstName, later.LastName);
        DateOfBirth = later.DateOfBirth ?? DateOfBirth;
        City = later.City ?? City;
        State = later.State ?? State;
        PostalCode = later.PostalCode ?? PostalCode;
        if (later.TimeZone.Basis >= TimeZone.Basis)
            TimeZone = later.TimeZone;
        Deceased |= later.Deceased;
        Consent = Consent == ConsentKind.Revoked ? Consent : later.Consent ?? Consent;
    }
}
