namespace LabsToGo.SmsWorker.RateLimiting;

/// <summary>One at a time: urgent ones first, and otherwise in the order in which they came.</summary>
internal sealed class SenderTurn
{
    private readonly Lock _gate = new();

    private readonly PriorityQueue<TaskCompletionSource, (bool Later, long Number)> _waiting = new();

    private long _number;
    private bool _taken;

    /// <returns>Give it back when the next one may go.</returns>
    public async Task<Holder> TakeAsync(bool urgent, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (!_taken)
            {
                _taken = true;
                return new Holder(this);
            }
            _waiting.Enqueue(turn, (Later: !urgent, _number++));
        }
        await using var _ = cancellationToken.UnsafeRegister(static (waiting, token) => ((TaskCompletionSource)waiting!).TrySetCanceled(token), turn);
        await turn.Task;
        return new Holder(this);
    }

    private void GiveBack()
    {
        lock (_gate)
        {
            while (_waiting.TryDequeue(out var next, out var _))
            {
                // Who does not wait any more is passed over.
                if (next.TrySetResult())
                    return;
            }
            _taken = false;
        }
    }

    internal readonly struct Holder(SenderTurn turn) : IDisposable
    {
        public void Dispose() => turn.GiveBack();
    }
}
