namespace LabsToGo.TwilioSandbox.Received;

/// <summary>Every create that arrived, in the order of its arrival: the sandbox's own word against our rows.</summary>
public sealed class ReceivedLog
{
    private readonly Lock gate = new();

    private readonly List<Receipt> receipts = [];

    public void Add(Receipt receipt)
    {
        lock (gate)
            receipts.Add(receipt);
    }

    public IReadOnlyList<Receipt> All()
    {
        lock (gate)
            return [.. receipts];
    }

    public void Clear()
    {
        lock (gate)
            receipts.Clear();
    }

    public ReceivedSummary Summarize() => ReceivedSummary.Of(All());
}
