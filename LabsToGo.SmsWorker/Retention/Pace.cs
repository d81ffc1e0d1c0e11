namespace LabsToGo.SmsWorker.Retention;

/// <summary>One turn after another, evenly spaced. Unlike a token bucket it keeps no timer running while nobody waits.</summary>
internal sealed class Pace(TimeSpan spacing, TimeProvider time)
{
    private readonly Lock _gate = new();

    private readonly long _began = time.GetTimestamp();

    private TimeSpan _next;

    public Task TurnAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = time.GetElapsedTime(_began);
            var turn = _next > now ? _next : now;
            _next = turn + spacing;
            return turn > now ? Task.Delay(turn - now, time, cancellationToken) : Task.CompletedTask;
        }
    }
}
