using LabsToGo.Domain.Senders;
using LabsToGo.Twilio;
using Microsoft.Extensions.Options;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>
/// Lets only as many rows be claimed as there are free connections to Twilio: no claimed row waits for one, however slowly Twilio answers. While Twilio
/// throttles us there are fewer.
/// </summary>
internal sealed class ConnectionGate(IOptions<TwilioOptions> options, Throttle throttle)
{
    private readonly int _most = options.Value.MaxConnections;

    private readonly Lock _gate = new();

    private readonly PriorityQueue<(int Messages, TaskCompletionSource Entered), (bool Later, long Number)> _waiting = new();

    private long _number;
    private int _inside;

    /// <returns>Give its connections back one by one as the POSTs end, and what is left of them when it is done.</returns>
    public async Task<Pass> EnterAsync(int messages, bool urgent, CancellationToken cancellationToken)
    {
        var wanted = Math.Clamp(messages, 1, Math.Min(SendingSlots.MaxMessages, _most));
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((wanted, entered), (Later: !urgent, _number++));
            Admit();
        }
        try
        {
            await entered.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Either its turn never comes, or it has come all the same and nobody stays for it.
            if (!entered.TrySetCanceled(cancellationToken))
                Leave(wanted);
            throw;
        }
        return new Pass(this, wanted);
    }

    private void Leave(int messages)
    {
        lock (_gate)
        {
            _inside -= messages;
            Admit();
        }
    }

    /// <summary>Urgent ones first, and otherwise in the order in which they came; one alone always gets in.</summary>
    private void Admit()
    {
        var limit = _most * throttle.Factor;
        while (_waiting.TryPeek(out var next, out _) && (_inside == 0 || _inside + next.Messages <= limit))
        {
            _waiting.Dequeue();
            if (next.Entered.TrySetResult())
                _inside += next.Messages;
        }
    }

    internal sealed class Pass(ConnectionGate gate, int messages) : IDisposable
    {
        private int _left = messages;

        /// <summary>Connections that were free for this batch.</summary>
        public int Connections { get; } = messages;

        /// <summary>
        /// Before the first POST: there are so many, fewer than was thought when the pass was taken, and the other connections are free at once.
        /// </summary>
        public void Keep(int posts)
        {
            if (posts >= _left)
                return;
            gate.Leave(_left - posts);
            _left = posts;
        }

        /// <summary>One POST has ended: its connection is free for the next batch, which need not wait for this one's slowest.</summary>
        public void EndOne()
        {
            if (Interlocked.Decrement(ref _left) >= 0)
                gate.Leave(1);
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 0) is > 0 and var left)
                gate.Leave(left);
        }
    }
}
