namespace LabsToGo.Twilio.Messages;

/// <summary>Twilio's name of a message.</summary>
internal static class MessageSid
{
    private const int Length = 34;

    /// <summary>SM or MM and 32 letters and digits (Twilio's API reference, Message resource).</summary>
    public static bool IsOne(string? text) => text is ['S' or 'M', 'M', ..] and { Length: Length } && text.All(char.IsAsciiLetterOrDigit);
}
