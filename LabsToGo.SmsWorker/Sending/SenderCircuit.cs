using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Messages;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>
/// A circuit breaker around one sender. A whole batch goes out only while Twilio is known to take this sender's messages; otherwise a few are claimed and go
/// first, and the rest follows if one of them was taken. So a suspended account or a wrong number costs a handful of refusals, and a Twilio that is down a
/// handful of open outcomes. So does whatever refuses everybody for a reason that nobody knows, such as a proxy on the way.
/// </summary>
internal sealed class SenderCircuit(TimeProvider time)
{
    /// <summary>How many go first.</summary>
    internal const int Probes = 3;

    /// <summary>Open outcomes in a row, without one message taken, after which Twilio counts as down.</summary>
    internal const int MostFailures = 10;

    /// <summary>Different recipients refused in a row, each for a reason that is not known, after which it is taken to be the sender and not them.</summary>
    internal const int MostUnexplained = 3;

    /// <summary>Whoever was silent for longer begins with care again.</summary>
    internal static readonly TimeSpan Trust = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(30), AfterRefusal = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();

    private bool _closed;
    private long _takenAt;
    private int _failures;
    private long _opensAt;
    private TimeSpan _pause = ShortestPause;

    /// <summary>Texts that were refused, nobody knows why, since one was last taken.</summary>
    private readonly HashSet<Guid> _unexplained = [];

    /// <summary>How often it opened: what was permitted before does not leave any more.</summary>
    private int _opened;

    private long? _refusedAt;

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
            // Paused for them, and a person resumed: they are no evidence any more.
            if (_unexplained.Count >= MostUnexplained)
                _unexplained.Clear();
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

    /// <returns>The refusal that its sender is to be paused for, once for all that were refused together.</returns>
    private CreateResult.Rejected? Learn(Guid messageId, CreateResult result)
    {
        switch (result)
        {
            case CreateResult.Rejected { Error.Class: TwilioErrorClass.Sender or TwilioErrorClass.Account } refusal:
                return Refused(refusal);
            case CreateResult.Rejected { Error.Class: TwilioErrorClass.Unknown } refusal:
                _unexplained.Add(messageId);
                return _unexplained.Count < MostUnexplained ? null : Refused(refusal);
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
                _unexplained.Clear();
                break;
        }
        return null;
    }

    /// <summary>A person has to mend it; until the sender is paused, nobody else tries, and after that it is tried with care.</summary>
    private CreateResult.Rejected? Refused(CreateResult.Rejected refusal)
    {
        Open(AfterRefusal);
        if (_refusedAt is { } told && time.GetElapsedTime(told) < AfterRefusal)
            return null;
        _refusedAt = time.GetTimestamp();
        return refusal;
    }

    private void Open(TimeSpan pause)
    {
        (_closed, _failures) = (false, 0);
        _opened++;
        _opensAt = time.GetTimestamp() + (long)(pause.TotalSeconds * time.TimestampFrequency);
    }

    internal sealed class Passage(SenderCircuit circuit, bool probing) : IDisposable
    {
        private readonly int _opened = circuit._opened;

        /// <summary>So many may leave.</summary>
        public int Most => probing ? Probes : int.MaxValue;

        /// <summary>False as soon as an answer came after which nothing is to leave.</summary>
        public bool Holds => Volatile.Read(ref circuit._opened) == _opened;

        /// <summary>Refusals that nobody can explain are the sender's and not the recipients'.</summary>
        public bool SuspectsSender
        {
            get
            {
                lock (circuit._gate)
                    return circuit._unexplained.Count >= MostUnexplained;
            }
        }

        /// <returns>The refusal that the sender is to be paused for at once, if it is one.</returns>
        public CreateResult.Rejected? Learn(Guid messageId, CreateResult result)
        {
            lock (circuit._gate)
                return circuit.Learn(messageId, result);
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
