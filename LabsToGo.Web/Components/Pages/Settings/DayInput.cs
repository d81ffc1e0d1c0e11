using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Components.Pages.Settings;

/// <summary>One weekday's hours while they are edited.</summary>
public sealed class DayInput
{
    private const int Midnight = 1440;

    public DayOfWeek Day { get; private init; }
    public DayMode Mode { get; set; }

    /// <summary>Minutes since midnight; kept while the mode is another, so that switching back and forth loses nothing.</summary>
    public int Opens { get; set; } = 9 * 60;
    public int Closes { get; set; } = 20 * 60;

    public static DayInput From(DayOfWeek day, DayHours hours) => hours switch
    {
        { Opens: 0, Closes: Midnight } => new DayInput { Day = day, Mode = DayMode.AllDay },
        _ when hours.Opens == hours.Closes => new DayInput { Day = day, Mode = DayMode.Closed },
        _ => new DayInput { Day = day, Mode = DayMode.Hours, Opens = hours.Opens, Closes = hours.Closes },
    };

    public DayHours ToHours() => Mode switch
    {
        DayMode.AllDay => new DayHours(0, Midnight),
        DayMode.Closed => new DayHours(0, 0),
        _ => new DayHours(Opens, Closes),
    };
}
