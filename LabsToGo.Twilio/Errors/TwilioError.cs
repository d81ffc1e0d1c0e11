namespace LabsToGo.Twilio.Errors;

/// <summary>One row of the error table.</summary>
/// <param name="Code">Twilio's number, or a name of ours such as <c>default_4xx</c> where Twilio has none.</param>
/// <param name="Name">Twilio's title of it, fit to be shown to staff.</param>
/// <param name="Action">What to do, for the person on call.</param>
public sealed record TwilioError(string Code, string Name, TwilioErrorClass Class, string Action)
{
    /// <summary>For staff: the title and where to read more.</summary>
    public string InWords => int.TryParse(Code, out _) ? $"{Name} (Twilio {Code})" : Name;
}
