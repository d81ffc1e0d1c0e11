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

    public ReceivedSummary Summarize()
    {
        var all = All();
        var perRecipient = all.Where(receipt => receipt.Accepted).CountBy(receipt => receipt.To).Select(pair => pair.Value).ToList();
        return new ReceivedSummary(
            all.Count,
            perRecipient.Sum(),
            perRecipient.Count,
            perRecipient.DefaultIfEmpty().Max(),
            perRecipient.Count(count => count > 1),
            all.GroupBy(receipt => receipt.From).ToDictionary(sender => sender.Key, sender => BusiestSecond([.. sender.OrderBy(receipt => receipt.At)])));
    }

    private static int BusiestSecond(IReadOnlyList<Receipt> receipts)
    {
        int first = 0, sum = 0, most = 0;
        for (var last = 0; last < receipts.Count; last++)
        {
            sum += receipts[last].Segments;
            while (receipts[last].At - receipts[first].At >= TimeSpan.FromSeconds(1))
                sum -= receipts[first++].Segments;
            most = Math.Max(most, sum);
        }
        return most;
    }
}
