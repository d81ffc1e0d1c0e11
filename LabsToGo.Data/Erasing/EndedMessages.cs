using LabsToGo.Domain.Messages;

namespace LabsToGo.Data.Erasing;

/// <summary>
/// What may lose its text: rows that have ended. The claim posts the text of a row that waits, and the reconciler compares Twilio's list with the text of one
/// whose outcome is open.
/// </summary>
public static class EndedMessages
{
    /// <summary>For <c>status in (…)</c>.</summary>
    public static string States { get; } =
        string.Join(", ", Enum.GetValues<MessageStatus>().Where(MessageMoves.IsFinal).Select(status => $"'{status.Stored()}'"));
}
