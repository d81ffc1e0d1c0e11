namespace LabsToGo.TwilioSandbox.Received;

/// <summary>What arrived, for those who check us.</summary>
/// <param name="Received">Creates, refused ones included.</param>
/// <param name="MostPerRecipient">The most accepted messages of any one recipient.</param>
/// <param name="Doubled">Recipients with more than one accepted message.</param>
/// <param name="BusiestSecond">Per sender, the most segments that arrived within any one second.</param>
public sealed record ReceivedSummary(
    long Received, long Accepted, long Recipients, int MostPerRecipient, int Doubled, IReadOnlyDictionary<string, int> BusiestSecond)
{
    public static ReceivedSummary Of(IReadOnlyList<Receipt> receipts)
    {
        var perRecipient = receipts.Where(receipt => receipt.Accepted).CountBy(receipt => receipt.To).Select(pair => pair.Value).ToList();
        return new ReceivedSummary(
            receipts.Count,
            perRecipient.Sum(),
            perRecipient.Count,
            perRecipient.DefaultIfEmpty().Max(),
            perRecipient.Count(count => count > 1),
            receipts.GroupBy(receipt => receipt.From)
                .ToDictionary(sender => sender.Key, sender => BusiestSecondOf([.. sender.OrderBy(receipt => receipt.At)])));
    }

    private static int BusiestSecondOf(IReadOnlyList<Receipt> receipts)
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
