namespace LabsToGo.Bench.Lists;

/// <param name="Calls">In milliseconds, the fastest first.</param>
internal sealed record PageTimes(string Name, IReadOnlyList<(double Milliseconds, PageCall Call)> Calls)
{
    public double P50 => Calls[Calls.Count / 2].Milliseconds;

    public double P99 => Calls[Calls.Count * 99 / 100].Milliseconds;

    public double Max => Calls[^1].Milliseconds;
}
