namespace LabsToGo.AppHost.Running;

/// <summary>
/// What became of one instance of a resource, told by its snapshots in their order: when it crashed, and how long to wait before it is started again.
/// </summary>
internal sealed class InstanceWatch
{
    public const int MaxTries = 10;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5), Longest = TimeSpan.FromSeconds(15), LongLife = TimeSpan.FromSeconds(30);

    private string? _state;

    /// <summary>Starts since it last lived for long.</summary>
    public int Tries { get; private set; }

    /// <returns>How long to wait; null while it did not crash. What ends well is done, and what somebody stopped stays stopped.</returns>
    public TimeSpan? WaitAfterCrash(CustomResourceSnapshot snapshot)
    {
        var before = _state;
        _state = snapshot.State?.Text;
        if (_state == before || !KnownResourceStates.TerminalStates.Contains(_state) || before == KnownResourceStates.Stopping || snapshot.ExitCode == 0)
            return null;
        Tries = snapshot.StopTimeStamp - snapshot.StartTimeStamp > LongLife ? 1 : Tries + 1;
        var wait = First * Math.Pow(2, Tries - 1);
        return wait < Longest ? wait : Longest;
    }
}
