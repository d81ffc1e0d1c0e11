namespace LabsToGo.Domain.Scheduling;

/// <summary>
/// When a text may reach a patient: the organization's hours in the patient's own time zone (47 CFR 64.1200(c)(1) allows 8:00 to 21:00).
/// The database decides at the moment of sending by the function <c>next_allowed</c>; this is the same rule, for showing and planning.
/// </summary>
public static class QuietHours
{
    /// <summary>The first moment at or after <paramref name="from"/> inside the hours; null when every day is closed.</summary>
    /// <param name="opens">Minutes since local midnight for each weekday, Sunday first.</param>
    /// <param name="closes">The same, exclusive; equal to or less than its opening closes the day.</param>
    public static DateTimeOffset? NextAllowed(IReadOnlyList<short> opens, IReadOnlyList<short> closes, TimeZoneInfo zone, DateTimeOffset from)
    {
        var local = TimeZoneInfo.ConvertTime(from, zone);
        var minutes = local.TimeOfDay.TotalMinutes;
        for (var ahead = 0; ahead <= 7; ahead++)
        {
            var day = local.Date.AddDays(ahead);
            var (open, close) = (opens[(int)day.DayOfWeek], closes[(int)day.DayOfWeek]);
            if (close <= open || (ahead == 0 && minutes >= close))
                continue;
            if (ahead == 0 && minutes >= open)
                return from;
            return ToInstant(day.AddMinutes(open), zone);
        }
        return null;
    }

    /// <summary>
    /// A local time that the clocks skip is read by the offset before the jump, one that comes twice by the offset after it: as Postgres does.
    /// </summary>
    private static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone) => new(local, zone.GetUtcOffset(local));
}
