namespace LabsToGo.TwilioSandbox.Received;

/// <summary>Every create that arrived, in the order of its arrival: the sandbox's own word against our rows.</summary>
public sealed class ReceivedLog
{
    private readonly Lock _gate = new();

    private readonly List<Receipt> _receipts = [];

    public void Add(Receipt receipt)
    {
        lock (_gate)
            _receipts.Add(receipt);
    }

    public IReadOnlyList<Receipt> All()
    {
        lock (_gate)
            return [.. _receipts];
    }

    public void Clear()
    {
        lock (_gate)
            _receipts.Clear();
    }

    public ReceivedSummary Summarize() => ReceivedSummary.Of(All());
}
