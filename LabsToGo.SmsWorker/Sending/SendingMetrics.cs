using System.Diagnostics.Metrics;
using LabsToGo.ServiceDefaults;
using LabsToGo.Twilio.Messages;

namespace LabsToGo.SmsWorker.Sending;

internal sealed class SendingMetrics : IDisposable
{
    private readonly Meter _meter = new(Telemetry.Source + ".Sending");
    private readonly Counter<long> _sent;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _unknown;
    private readonly Histogram<double> _latency;
    private int _inFlight;

    /// <summary>In seconds: Twilio answers within tenths, and nobody waits longer than 45.</summary>
    private static readonly double[] Buckets = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 15, 45];

    public SendingMetrics()
    {
        _sent = _meter.CreateCounter<long>("labstogo.messages.sent", "{message}", "Messages that Twilio accepted");
        _failed = _meter.CreateCounter<long>("labstogo.messages.failed", "{message}", "Messages that Twilio refused");
        _retries = _meter.CreateCounter<long>("labstogo.messages.retries", "{message}", "Messages put back for a later try");
        _unknown = _meter.CreateCounter<long>("labstogo.messages.unknown", "{message}", "POSTs of which the outcome is open");
        _latency = _meter.CreateHistogram<double>("labstogo.send.duration", "s", "From POST to answer", advice: new() { HistogramBucketBoundaries = Buckets });
        _meter.CreateObservableUpDownCounter("labstogo.messages.in_flight", () => InFlight, "{message}", "POSTs under way");
    }

    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Counts a POST as under way until the result is disposed.</summary>
    public Flight Begin()
    {
        Interlocked.Increment(ref _inFlight);
        return new Flight(this);
    }

    public void Ended(CreateResult result, TimeSpan duration)
    {
        _latency.Record(duration.TotalSeconds);
        (result switch
        {
            CreateResult.Accepted => _sent,
            CreateResult.Rejected => _failed,
            CreateResult.RetryLater => _retries,
            _ => _unknown,
        }).Add(1);
    }

    public void Dispose() => _meter.Dispose();

    public readonly struct Flight(SendingMetrics metrics) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref metrics._inFlight);
    }
}
