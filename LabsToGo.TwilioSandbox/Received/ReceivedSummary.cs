namespace LabsToGo.TwilioSandbox.Received;

/// <summary>What arrived, for those who check us.</summary>
/// <param name="Received">Creates, refused ones included.</param>
/// <param name="MostPerRecipient">The most accepted messages of any one recipient.</param>
/// <param name="Doubled">Recipients with more than one accepted message.</param>
/// <param name="BusiestSecond">Per sender, the most segments that arrived within any one second.</param>
public sealed record ReceivedSummary(
    long Received, long Accepted, long Recipients, int MostPerRecipient, int Doubled, IReadOnlyDictionary<string, int> BusiestSecond);
