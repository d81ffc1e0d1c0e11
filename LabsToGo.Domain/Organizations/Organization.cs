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

    /// <summary>
    /// When texts may leave, in minutes since the recipient's local midnight, Sunday first: from <see cref="Opens"/> until before <see cref="Closes"/>.
    /// </summary>
    /// <remarks>
    /// The default, 9:00 to 20:00 and 12:00 to 20:00 on Sundays, lies inside 47 CFR 64.1200(c)(1) and the stricter state laws.
    /// </remarks>
    public short[] Opens { get; private set; } = [720, 540, 540, 540, 540, 540, 540];

    public short[] Closes { get; private set; } = [1200, 1200, 1200, 1200, 1200, 1200, 1200];

    /// <summary>Set by the panic stop: while it is set, no row of the organization can be claimed for sending.</summary>
    public DateTimeOffset? SendingStoppedAt { get; private set; }

    /// <summary>
    /// Set when whoever operates this system stopped everybody's sending. It holds until they lift it, whatever the organization does meanwhile.
    /// </summary>
    public DateTimeOffset? OperatorStoppedAt { get; private set; }

    public bool IsSendingStopped => SendingStoppedAt is not null || OperatorStoppedAt is not null;

    /// <summary>Everybody signs in with a second factor; who has none yet is led to set one up.</summary>
    public bool RequiresSecondFactor { get; private set; }

    /// <summary>Minutes without a click after which a browser signs itself off: 5 to 480 (45 CFR 164.312(a)(2)(iii)).</summary>
    public short LogOffMinutes { get; private set; } = 15;

    /// <summary>A campaign to more recipients than this needs a second person's approval (OWASP ASVS 2.3.5).</summary>
    public int ApprovalAbove { get; private set; } = 5000;

    /// <summary>Days after a campaign's end at which its texts are redacted, here and at Twilio; null keeps them.</summary>
    public short? MessageRetentionDays { get; private set; } = 90;

    /// <summary>Years that the audit log is kept, at least 6 (45 CFR 164.316(b)(2)).</summary>
    public short AuditRetentionYears { get; private set; } = 6;

    /// <summary>Percent of a campaign's texts that may fail before it is paused, once; 0 for any number. So are the next two.</summary>
    public short PauseAboveFailedPercent { get; private set; } = 20;

    /// <summary>Filtered as spam by a carrier (Twilio 30007): what goes on regardless costs the number its standing.</summary>
    public short PauseAboveFilteredPercent { get; private set; } = 2;

    /// <summary>Patients who opt out of it.</summary>
    public short PauseAboveOptedOutPercent { get; private set; } = 5;

    /// <summary>Segments that may leave from all its senders together in one of the carriers' days; null for any number.</summary>
    public int? DailyCap { get; private set; }

    /// <summary>The lab's own answer to HELP; null for the words of <see cref="Consent.KeywordAnswers"/>.</summary>
    public string? HelpText { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public void Rename(string name, string timeZone)
    {
        Name = name;
        TimeZone = timeZone;
    }

    /// <exception cref="DomainException">Not seven days, or hours outside of 0 to 1440, or a day that closes before it opens, or no open day at
    /// all.</exception>
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

    /// <exception cref="DomainException">A value is outside of its range.</exception>
    public void Protect(bool requiresSecondFactor, int logOffMinutes, int approvalAbove, int? messageRetentionDays, int auditRetentionYears)
    {
        if (logOffMinutes is < 5 or > 480)
            throw new DomainException("Browsers sign off after 5 to 480 minutes.");
        if (approvalAbove < 0)
            throw new DomainException("The number of recipients above which a second person approves can't be negative.");
        // Twilio itself keeps texts for some weeks, and people ask about last month's.
        if (messageRetentionDays is < 30 or > 3650)
            throw new DomainException("Texts are kept for 30 to 3,650 days, or for good.");
        if (auditRetentionYears is < 6 or > 30)
            throw new DomainException("The audit log is kept for 6 to 30 years.");
        (RequiresSecondFactor, LogOffMinutes, ApprovalAbove) = (requiresSecondFactor, (short)logOffMinutes, approvalAbove);
        (MessageRetentionDays, AuditRetentionYears) = ((short?)messageRetentionDays, (short)auditRetentionYears);
    }

    /// <exception cref="DomainException">A value is no percentage.</exception>
    public void PauseCampaignsAbove(int failedPercent, int filteredPercent, int optedOutPercent)
    {
        if (failedPercent is < 0 or > 100 || filteredPercent is < 0 or > 100 || optedOutPercent is < 0 or > 100)
            throw new DomainException("The shares at which a campaign is paused are 0 to 100 percent; 0 never pauses it.");
        (PauseAboveFailedPercent, PauseAboveFilteredPercent, PauseAboveOptedOutPercent) =
            ((short)failedPercent, (short)filteredPercent, (short)optedOutPercent);
    }

    /// <exception cref="DomainException">The cap is outside of its range.</exception>
    public void CapDay(int? segments) => DailyCap = Senders.DailyCap.Checked(segments);

    /// <param name="text">Empty for none.</param>
    public void AnswerHelp(string? text) => HelpText = string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public void StopSending(DateTimeOffset now) => SendingStoppedAt ??= now;

    public void ResumeSending() => SendingStoppedAt = null;
}
