namespace LabsToGo.Twilio.Webhooks;

/// <summary>
/// The texts that Twilio obeys and answers by itself where its default handling of opt-outs is on: one of these words alone, in capitals or not
/// (<see href="https://help.twilio.com/articles/223134027"/>). It does not tell the webhook so.
/// </summary>
public static class OptOutKeywords
{
    public const string Stop = "STOP", Start = "START", Help = "HELP";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [Stop] = Stop, ["STOPALL"] = Stop, ["UNSUBSCRIBE"] = Stop, ["CANCEL"] = Stop, ["END"] = Stop, ["QUIT"] = Stop, ["REVOKE"] = Stop, ["OPTOUT"] = Stop,
        [Start] = Start, ["YES"] = Start, ["UNSTOP"] = Start,
        [Help] = Help, ["INFO"] = Help,
    };

    /// <returns>STOP, START or HELP, as Advanced Opt-Out's <c>OptOutType</c> would say; null where Twilio leaves the text to us.</returns>
    public static string? TypeOf(string body) => Types.GetValueOrDefault(body.Trim());
}
