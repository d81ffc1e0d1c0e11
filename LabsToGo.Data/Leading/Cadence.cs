namespace LabsToGo.Data.Leading;

/// <summary>Work within a loop's rounds that is only due now and then; at first at once. What failed is due again in the next round.</summary>
public sealed class Cadence(TimeSpan interval, TimeProvider time)
{
    private long? _doneAt;

    public async Task WhenDueAsync(Func<Task> work)
    {
        if (_doneAt is { } done && time.GetElapsedTime(done) < interval)
            return;
        await work();
        _doneAt = time.GetTimestamp();
    }
}
