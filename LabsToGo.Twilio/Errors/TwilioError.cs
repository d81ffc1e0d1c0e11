namespace LabsToGo.Twilio.Errors;

/// <summary>One row of the error table.</summary>
/// <param name="Code">Twilio's number, or a name of ours such as <c>default_4xx</c> where Twilio has none.</param>
/// <param name="Name">Twilio's title of it, fit to be shown to staff.</param>
/// <param name="Action">What to do, for the person on call.</param>
/// <param name="Staff">What whoever sent the text can do about it; empty where the class says enough.</param>
/// <param name="SafeToRepeat">A text that ended so did not arrive, as far as Twilio and the carrier can tell: another one doubles nothing.</param>
public sealed record TwilioError(string Code, string Name, TwilioErrorClass Class, string Action, string Staff, bool SafeToRepeat)
{
    /// <summary>Of a text that was not delivered: it may well be some hours later, as when the phone was off.</summary>
    public bool MayPass => Class is TwilioErrorClass.Transient && SafeToRepeat;

    /// <summary>What the staff can do about a text that ended so.</summary>
    public string Advice => Staff.Length > 0 ? Staff : Class switch
    {
        TwilioErrorClass.Sender or TwilioErrorClass.Account => "Tell whoever runs this system.",
        _ => "If it matters, call the patient.",
    };

    /// <summary>For staff: the title and where to read more.</summary>
    public string InWords => int.TryParse(Code, out _) ? $"{Name} (Twilio {Code})" : Name;
}
