using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using LabsToGo.AppHost.Running;

namespace LabsToGo.BrowserTests.Orchestration;

public sealed class InstanceWatchTests
{
    private readonly InstanceWatch _watch = new();

    [Fact]
    public void Each_crash_waits_twice_as_long_up_to_a_quarter_of_a_minute_and_a_long_life_begins_anew()
    {
        Assert.Equal([0.5, 1, 2, 4, 8, 15, 15], Enumerable.Range(0, 7).Select(_ => Crash(lived: 1)!.Value.TotalSeconds));
        Assert.Equal(7, _watch.Tries);

        Assert.Equal(0.5, Crash(lived: 31)!.Value.TotalSeconds);
        Assert.Equal(1, _watch.Tries);
    }

    [Fact]
    public void What_ends_well_and_what_somebody_stops_is_no_crash()
    {
        Assert.Null(Shows("Running"));
        Assert.Null(Shows("Finished", exitCode: 0));
        Assert.Null(Shows("Running"));
        Assert.Null(Shows("Stopping"));
        Assert.Null(Shows("Exited", exitCode: 137));
    }

    [Fact]
    public void A_crash_is_told_once_however_often_it_is_shown()
    {
        Assert.NotNull(Crash(lived: 1));
        Assert.Null(Shows("Exited", exitCode: 137));
    }

    private TimeSpan? Crash(int lived)
    {
        Assert.Null(Shows("Running"));
        return Shows("Exited", exitCode: 137, lived);
    }

    private TimeSpan? Shows(string state, int? exitCode = null, int lived = 0)
    {
        var end = new DateTime(2026, 11, 29, 8, 0, 0, DateTimeKind.Utc);
        return _watch.WaitAfterCrash(new CustomResourceSnapshot
        {
            ResourceType = "Project",
            Properties = ImmutableArray<ResourcePropertySnapshot>.Empty,
            State = state,
            ExitCode = exitCode,
            StartTimeStamp = end.AddSeconds(-lived),
            StopTimeStamp = end,
        });
    }
}
