namespace LabsToGo.Domain.Patients;

/// <summary>A person whom the lab visits. Whether texts may be sent is not here but in the consent ledger.</summary>
public sealed class Patient
{
    private Patient() { }

    public Patient(Guid organizationId, PatientDetails details, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        OrganizationId = organizationId;
        CreatedAt = now;
        Change(details, now);
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    /// <summary>The lab system's own key; unique within the organization when present.</summary>
    public string? ExternalId { get; private set; }

    public string FirstName { get; private set; } = "";

    public string LastName { get; private set; } = "";

    /// <summary>E.164. Members of a family may share one.</summary>
    public string Phone { get; private set; } = "";

    public DateOnly? DateOfBirth { get; private set; }

    public string? City { get; private set; }

    /// <summary>Two upper-case letters.</summary>
    public string? State { get; private set; }

    public string? PostalCode { get; private set; }

    /// <inheritdoc cref="FoundTimeZone.Zones"/>
    public string TimeZone { get; private set; } = "";

    public TimeZoneBasis TimeZoneBasis { get; private set; }

    /// <summary>Nobody texts a patient who has died, whoever else has the number.</summary>
    public bool Deceased { get; private set; }

    /// <summary>The import that last added or changed this record.</summary>
    public Guid? ImportId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Set when the patient was erased on request: the row stays as a nameless mark that their messages and consents refer to.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>When to look next for what is left of an erased patient, here or at Twilio; null when nothing is.</summary>
    public DateTimeOffset? ErasureDueAt { get; private set; }

    /// <summary>For lists of people; a mark that stands for nobody any more says so.</summary>
    public string Name => ErasedAt is null ? $"{FirstName} {LastName}".Trim() : ErasedName;

    public const string ErasedName = "Erased patient";

    /// <summary>Whom an import had added that was undone just as a text to them was planned; the text is not sent.</summary>
    public const string GoneName = "Deleted patient";

    /// <exception cref="DomainException">There is nobody any more.</exception>
    public void Change(PatientDetails details, DateTimeOffset now)
    {
        RequirePresent();
        ExternalId = details.ExternalId;
        FirstName = details.FirstName;
        LastName = details.LastName;
        Phone = details.Phone;
        DateOfBirth = details.DateOfBirth;
        City = details.City;
        State = details.State;
        PostalCode = details.PostalCode;
        (TimeZone, TimeZoneBasis) = details.TimeZone;
        Deceased = details.Deceased;
        UpdatedAt = now;
    }

    /// <summary>Leaves the id alone. What messages, replies and the ledger hold is another matter.</summary>
    /// <exception cref="DomainException">It was done before.</exception>
    public void Erase(DateTimeOffset now)
    {
        RequirePresent();
        (ExternalId, FirstName, LastName, Phone, DateOfBirth, Deceased) = (null, "", "", "", null, false);
        (City, State, PostalCode, TimeZone, TimeZoneBasis, ImportId) = (null, null, null, "", TimeZoneBasis.Phone, null);
        (UpdatedAt, ErasedAt, ErasureDueAt) = (now, now, now);
    }

    /// <exception cref="DomainException">There is nobody any more.</exception>
    public void RequirePresent()
    {
        if (ErasedAt is not null)
            throw new DomainException("This patient was erased on request. Add the person anew if they are to be texted again.");
    }
}
