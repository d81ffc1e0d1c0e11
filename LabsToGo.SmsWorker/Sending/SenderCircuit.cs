using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Messages;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>
/// A circuit breaker around one sender. A whole batch goes out only while Twilio is known to take this sender's messages; otherwise a few go first, and the
/// rest follows if one of them was taken. So a suspended account or a wrong number costs a handful of refusals, and a Twilio that is down a handful of open
/// outcomes.
/// </summary>
internal sealed class SenderCircuit(TimeProvider time) : IDisposable
{
    private const int Probes = 3;

    /// <summary>Open outcomes in a row, without one message taken, after which Twilio counts as down.</summary>
    private const int MostFailures = 10;

    /// <summary>Whoever was silent for longer begins with care again.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(30), AfterRefusal = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _probing = new(1);

    private readonly Lock _gate = new();

    private bool _closed;
    private long _takenAt;
    private int _failures;
    private long _opensAt;
    private TimeSpan _pause = ShortestPause;

    /// <returns>Dispose it when the POSTs are done. Null while Twilio does not take this sender's messages.</returns>
    public async Task<Passage?> EnterAsync(TimeSpan patience)
    {
        if (IsClosed)
            return new Passage(this, probing: false);
        if (!await _probing.WaitAsync(patience))
            return null;
        var closed = IsClosed;
        var open = !closed && time.GetTimestamp() < Volatile.Read(ref _opensAt);
        if (closed || open)
            _probing.Release();
        return open ? null : new Passage(this, probing: !closed);
    }

    public void Dispose() => _probing.Dispose();

    /// <summary>Twilio took one of this sender's messages just now, and refused none since.</summary>
    private bool IsClosed => Volatile.Read(ref _closed) && time.GetElapsedTime(Volatile.Read(ref _takenAt)) < Trust;

    private void Learn(CreateResult result)
    {
        switch (result)
        {
            case CreateResult.Rejected { Error.Class: TwilioErrorClass.SenderOrAccount }:
                // A person has to mend it; until the sender is paused, nobody else tries, and after that it is tried with care.
                Open(AfterRefusal);
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
        /// <returns>In the order of the messages; null for what was not posted.</returns>
        public async Task<CreateResult?[]> PostAsync<TMessage>(IReadOnlyList<TMessage> messages, Func<TMessage, Task<CreateResult>> post)
        {
            if (!probing)
                return await PostAllAsync(messages, post);
            var first = await PostAllAsync([.. messages.Take(Probes)], post);
            return circuit.IsClosed
                ? [.. first, .. await PostAllAsync([.. messages.Skip(Probes)], post)]
                : [.. first, .. new CreateResult?[messages.Count - first.Length]];
        }

        public void Dispose()
        {
            if (probing)
                circuit._probing.Release();
        }

        private async Task<CreateResult?[]> PostAllAsync<TMessage>(IReadOnlyList<TMessage> messages, Func<TMessage, Task<CreateResult>> post)
        {
            var results = await Task.WhenAll(messages.Select(post));
            lock (circuit._gate)
            {
                foreach (var result in results)
                    circuit.Learn(result);
            }
            return results;
        }
    }
}
