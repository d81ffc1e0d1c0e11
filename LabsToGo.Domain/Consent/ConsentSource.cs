namespace LabsToGo.Domain.Consent;

/// <summary>How the lab knows of a consent or of its end.</summary>
public enum ConsentSource
{
    /// <summary>A member of staff entered it.</summary>
    Staff,

    /// <summary>The uploader of an import stated it, or the row said so.</summary>
    Import,

    /// <summary>The patient replied by text.</summary>
    Reply,

    /// <summary>Twilio refused a message with 21610: the number had opted out there.</summary>
    Carrier,
}
