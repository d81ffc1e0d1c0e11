namespace LabsToGo.Twilio.Errors;

/// <summary>What an error code is about, and so what may be done after it.</summary>
public enum TwilioErrorClass
{
    /// <summary>This recipient can't be reached; others can.</summary>
    Recipient,

    /// <summary>Nothing will pass until the sender or the account is mended.</summary>
    SenderOrAccount,

    /// <summary>Not taken, and worth another try later.</summary>
    Transient,

    /// <summary>It may have been taken: sending again could text a patient twice.</summary>
    Ambiguous,

    /// <summary>No text about it was found; treated by the default rule.</summary>
    Unknown,
}
