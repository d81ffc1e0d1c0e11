using LabsToGo.Domain.Consent;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>A checked row. Empty values say nothing: they never erase what is known.</summary>
public sealed class ImportRow
{
    private PersonName? _name;

    /// <summary>Of the file, counted from 1, where the row begins.</summary>
    public long Line { get; init; }

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

    /// <summary>Somebody of the chunk is like them, by the name or the birth date, but not the same.</summary>
    public bool IsSimilar { get; set; }

    /// <summary>Kept, since a row is compared with all that have its number.</summary>
    private PersonName Name => _name ??= new(FirstName, LastName);

    /// <summary>Takes over what a later row of the same patient says; an opt-out stays one.</summary>
    public void Merge(ImportRow later)
    {
        Phone = later.Phone;
        ExternalId = later.ExternalId ?? ExternalId;
        // "Maria Lopez" in one column is no other first name for Maria, Lopez.
        if (later.FirstName.Length > 0 && (later.LastName.Length > 0 || LastName.Length == 0 || !later.FirstName.Contains(' ', StringComparison.Ordinal)))
            FirstName = later.FirstName;
        if (later.LastName.Length > 0)
            LastName = later.LastName;
        _name = null;
        DateOfBirth = later.DateOfBirth ?? DateOfBirth;
        City = later.City ?? City;
        State = later.State ?? State;
        PostalCode = later.PostalCode ?? PostalCode;
        if (later.TimeZone.Basis >= TimeZone.Basis)
            TimeZone = later.TimeZone;
        Deceased |= later.Deceased;
        Consent = Consent == ConsentKind.Revoked ? Consent : later.Consent ?? Consent;
    }

    /// <summary>Whoever has this external id has another name and another birth date.</summary>
    public bool IsSomebodyElse(ImportRow other) => IsOtherBirth(other) && !Name.AgreesWith(other.Name);

    /// <summary>They may be one by their names, their birth dates and their external ids.</summary>
    public bool Fits(ImportRow other) =>
        (ExternalId is null || other.ExternalId is null) && !IsOtherBirth(other) && Name.AgreesWith(other.Name);

    public bool IsSimilarTo(ImportRow other) => (DateOfBirth is not null && DateOfBirth == other.DateOfBirth) || Name.AgreesWith(other.Name);

    /// <summary>How well one who fits does.</summary>
    public int Likeness(ImportRow other) =>
        (DateOfBirth is not null && DateOfBirth == other.DateOfBirth ? 2 : 0) + (FirstName == other.FirstName && LastName == other.LastName ? 1 : 0);

    private bool IsOtherBirth(ImportRow other) => DateOfBirth is not null && other.DateOfBirth is not null && DateOfBirth != other.DateOfBirth;
}
