namespace LabsToGo.Twilio.Errors;

/// <summary>What an error code is about, and so what may be done after it.</summary>
public enum TwilioErrorClass
{
    /// <summary>This recipient can't be reached; others can.</summary>
    Recipient,

    /// <summary>Nothing will pass from this number until it is mended.</summary>
    Sender,

    /// <summary>Nothing will pass from any number until the account is mended.</summary>
    Account,

    /// <summary>Not taken, and worth another try later.</summary>
    Transient,

    /// <summary>It may have been taken: sending again could text a patient twice.</summary>
    Ambiguous,

    /// <summary>Nobody knows what it is about: the recipient, or all of them.</summary>
    Unknown,
}
