namespace LabsToGo.SmsWorker.Sending;

/// <summary>
/// Twilio's 429 says that the account has too much under way (error 20429; the limit is not published). What this worker allows itself falls by half at once,
/// concurrency and rate alike, and recovers within half a minute.
/// </summary>
internal sealed class Throttle(TimeProvider time)
{
    private const double Least = 0.02;

    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(30);

    /// <summary>Refusals of what was under way together count once.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();

    private double _factor = 1;
    private long _changedAt;

    /// <summary>The share of the usual that is allowed now, above 0 and at most 1.</summary>
    public double Factor
    {
        get
        {
            lock (_gate)
                return Math.Min(1, _factor + (_factor < 1 ? time.GetElapsedTime(_changedAt) / Recovery : 0));
        }
    }

    public void Refused()
    {
        lock (_gate)
        {
            if (_factor < 1 && time.GetElapsedTime(_changedAt) < Together)
                return;
            _factor = Math.Max(Least, Factor / 2);
            _changedAt = time.GetTimestamp();
        }
    }
}
