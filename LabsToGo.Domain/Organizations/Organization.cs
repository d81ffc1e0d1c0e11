namespace LabsToGo.Domain.Organizations;

/// <summary>A laboratory: the tenant to whom every other record belongs.</summary>
public sealed class Organization
{
    private Organization() { }

    public Organization(Guid id, string name, string timeZone, DateTimeOffset now)
    {
        Id = id;
        Name = name;
        TimeZone = timeZone;
        CreatedAt = now;
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>IANA name of the zone in which the lab's staff read times.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>When texts may leave, in minutes since the recipient's local midnight, Sunday first: from <see cref="Opens"/> until before <see cref="Closes"/>.</summary>
    /// <remarks>
    /// The default, 9:00 to 20:00 and 12:00 to 20:00 on Sundays, lies inside 47 CFR 64.1200(c)(1) and the stricter state laws.
    /// </remarks>
    public short[] Opens { get; private set; } = [720, 540, 540, 540, 540, 540, 540];

    public short[] Closes { get; private set; } = [1200, 1200, 1200, 1200, 1200, 1200, 1200];

    /// <summary>Set by the panic stop: while it is set, no row of the organization can be claimed for sending.</summary>
    public DateTimeOffset? SendingStoppedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public void Rename(string name, string timeZone)
    {
        Name = name;
        TimeZone = timeZone;
    }

    /// <exception cref="DomainException">Not seven days, or hours outside of 0 to 1440, or a day that closes before it opens, or no open day at all.</exception>
    public void AllowHours(short[] opens, short[] closes)
    {
        if (opens.Length != 7 || closes.Length != 7)
            throw new DomainException("The sending hours need seven days, Sunday first.");
        for (var day = 0; day < 7; day++)
        {
            if (opens[day] is < 0 or > 1440 || closes[day] is < 0 or > 1440 || closes[day] < opens[day])
                throw new DomainException($"The sending hours of {(DayOfWeek)day} must lie within the day and end after they begin.");
        }
        if (opens.SequenceEqual(closes))
            throw new DomainException("Leave at least one day open, or nothing could ever be sent.");
        (Opens, Closes) = (opens, closes);
    }

    public void StopSending(DateTimeOffset now) => SendingStoppedAt ??= now;

    public void ResumeSending() => SendingStoppedAt = null;
}
