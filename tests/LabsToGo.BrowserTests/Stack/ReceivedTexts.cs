namespace LabsToGo.BrowserTests.Stack;

/// <param name="MostPerRecipient">The most accepted texts of any one recipient.</param>
public sealed record ReceivedTexts(long Accepted, int MostPerRecipient);
