namespace LabsToGo.AppHost.Embedded.Running;

/// <summary>How long to wait before something that died is started again: longer each time, and anew once it has lived for a while.</summary>
internal sealed class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5), Longest = TimeSpan.FromSeconds(15), LongLife = TimeSpan.FromSeconds(30);

    private TimeSpan next = First;

    public TimeSpan After(TimeSpan lived)
    {
        if (lived > LongLife)
            next = First;
        var wait = next;
        next = next * 2 < Longest ? next * 2 : Longest;
        return wait;
    }
}
