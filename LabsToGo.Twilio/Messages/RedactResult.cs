namespace LabsToGo.Twilio.Messages;

/// <summary>How it ended to delete a message's text at Twilio.</summary>
public enum RedactResult
{
    Redacted,

    /// <summary>Twilio does not know the message (any more).</summary>
    Gone,

    /// <summary>
    /// Refused for this message: its systems are not done with it, which takes a minute and at worst 14 days
    /// (<see href="https://www.twilio.com/docs/api/errors/20009"/>).
    /// </summary>
    NotYet,

    /// <summary>Twilio is busy, down, can't be reached, or refuses the account.</summary>
    Unavailable,
}
