using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Messages;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>
/// A circuit breaker around one sender. A whole batch goes out only while Twilio is known to take this sender's messages; otherwise a few are claimed and go
/// first, and the rest follows if one of them was taken. So a suspended account or a wrong number costs a handful of refusals, and a Twilio that is down a
/// handful of open outcomes.
/// </summary>
internal sealed class SenderCircuit(TimeProvider time)
{
    /// <summary>How many go first.</summary>
    internal const int Probes = 3;

    /// <summary>Open outcomes in a row, without one message taken, after which Twilio counts as down.</summary>
    internal const int MostFailures = 10;

    /// <summary>Whoever was silent for longer begins with care again.</summary>
    internal static readonly TimeSpan Trust = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(30), AfterRefusal = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();

    private bool _closed;
    private long _takenAt;
    private int _failures;
    private long _opensAt;
    private TimeSpan _pause = ShortestPause;

    /// <summary>Ends with the probes that are out; null while none are.</summary>
    private TaskCompletionSource? _probing;

    /// <summary>Twilio took one of this sender's messages just now, and refused none since.</summary>
    private bool IsClosed => _closed && time.GetElapsedTime(_takenAt) < Trust;

    private TimeSpan UntilTried => time.GetElapsedTime(time.GetTimestamp(), _opensAt);

    /// <summary>Waits while nothing may leave: until what was just refused may be tried again, and until the probes that are out have told.</summary>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        while (Obstacle(cancellationToken) is { } obstacle)
            await obstacle;
    }

    /// <summary>The permission to claim and post at once; it waits for nothing.</summary>
    /// <returns>Dispose it when what was posted has been learned from. Null while nothing may leave.</returns>
    public Passage? TryEnter()
    {
        lock (_gate)
        {
            if (IsClosed)
                return new Passage(this, probing: false);
            if (_probing is not null || UntilTried > TimeSpan.Zero)
                return null;
            _probing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return new Passage(this, probing: true);
        }
    }

    private Task? Obstacle(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return IsClosed ? null
                : _probing is not null ? _probing.Task.WaitAsync(cancellationToken)
                : UntilTried > TimeSpan.Zero ? Task.Delay(UntilTried, time, cancellationToken)
                : null;
        }
    }

    private void Learn(CreateResult result)
    {
        switch (result)
        {
            case CreateResult.Rejected { Error.Class: TwilioErrorClass.SenderOrAccount }:
                // A person has to mend it; until the sender is paused, nobody else tries, and after that it is tried with care.
                Open(AfterRefusal);
                break;
            case CreateResult.Unknown or CreateResult.RetryLater { Code: null } when UntilTried > TimeSpan.Zero:
                // It left together with what opened the circuit, and tells nothing new.
                break;
            case CreateResult.Unknown or CreateResult.RetryLater { Code: null }:
                if (++_failures >= MostFailures || !_closed)
                {
                    Open(_pause);
                    _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
                }
                break;
            case CreateResult.RetryLater:
                // Busy, not broken: the throttle's business.
                break;
            default:
                (_closed, _failures, _pause, _takenAt) = (true, 0, ShortestPause, time.GetTimestamp());
                break;
        }
    }

    private void Open(TimeSpan pause)
    {
        (_closed, _failures) = (false, 0);
        _opensAt = time.GetTimestamp() + (long)(pause.TotalSeconds * time.TimestampFrequency);
    }

    internal sealed class Passage(SenderCircuit circuit, bool probing) : IDisposable
    {
        /// <summary>So many may leave.</summary>
        public int Most => probing ? Probes : int.MaxValue;

        /// <param name="results">Null for what was not posted.</param>
        public void Learn(IEnumerable<CreateResult?> results)
        {
            lock (circuit._gate)
            {
                foreach (var result in results.OfType<CreateResult>())
                    circuit.Learn(result);
            }
        }

        public void Dispose()
        {
            if (!probing)
                return;
            lock (circuit._gate)
            {
                circuit._probing!.SetResult();
                circuit._probing = null;
            }
        }
    }
}
