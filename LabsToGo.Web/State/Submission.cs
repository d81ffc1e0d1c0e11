namespace LabsToGo.Web.State;

/// <summary>
/// What one form or button sends. A second click while the first is under way does nothing. What is sent again because no answer came carries the
/// same key, so that the Api does nothing twice.
/// </summary>
internal sealed class Submission
{
    private static readonly AsyncLocal<Submission?> Running = new();

    /// <summary>The one in which this code runs.</summary>
    public static Submission? Current => Running.Value;

    private bool _running, _done;

    public bool Busy => _running || _done;

    /// <summary>For the header <c>Idempotency-Key</c>.</summary>
    public string Key { get; private set; } = NewKey();

    public async Task RunAsync(Func<Task> send)
    {
        if (Busy)
            return;
        (_running, Running.Value) = (true, this);
        try
        {
            await send();
        }
        finally
        {
            _running = false;
        }
    }

    /// <summary>For a form that goes when it was saved: a second click that was on its way when it went does nothing.</summary>
    /// <param name="send">True when it was saved.</param>
    public Task RunOnceAsync(Func<Task<bool>> send) => RunAsync(async () => _done = await send());

    /// <summary>It was done or refused: what is sent next is something new.</summary>
    public void Answered() => Key = NewKey();

    private static string NewKey() => Guid.NewGuid().ToString();
}
