using LabsToGo.Domain.Senders;
using LabsToGo.Twilio;
using Microsoft.Extensions.Options;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>
/// Lets only as many rows be claimed as there are connections to Twilio, and one batch more, which is being claimed while the others are under way:
/// a claimed row waits for a connection for a moment at most. While Twilio throttles us there are fewer.
/// </summary>
internal sealed class ConnectionGate(IOptions<TwilioOptions> options, Throttle throttle)
{
    private readonly int _most = options.Value.MaxConnections + SendingSlots.MaxMessages;

    private readonly Lock _gate = new();

    private readonly Queue<(int Messages, TaskCompletionSource Entered)> _waiting = new();

    private int _inside;

    /// <returns>Give it back when the POSTs are done.</returns>
    public async Task<Pass> EnterAsync(int messages, CancellationToken cancellationToken)
    {
        var wanted = Math.Clamp(messages, 1, SendingSlots.MaxMessages);
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((wanted, entered));
            Admit();
        }
        try
        {
            await entered.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Its turn may come, or have come, all the same: nobody stays for it.
            _ = entered.Task.ContinueWith(_ => Leave(wanted), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
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

    /// <summary>In the order in which they came; one alone always gets in.</summary>
    private void Admit()
    {
        var limit = _most * throttle.Factor;
        while (_waiting.TryPeek(out var next) && (_inside == 0 || _inside + next.Messages <= limit))
        {
            _waiting.Dequeue();
            _inside += next.Messages;
            next.Entered.SetResult();
        }
    }

    internal sealed class Pass(ConnectionGate gate, int messages) : IDisposable
    {
        public void Dispose() => gate.Leave(messages);
    }
}
