using Microsoft.AspNetCore.Http;

namespace LabsToGo.Twilio.Webhooks;

/// <summary>A text that came in.</summary>
/// <param name="From">The patient's number, E.164.</param>
/// <param name="To">Ours.</param>
/// <param name="OptOutType">STOP, START or HELP when Twilio's Advanced Opt-Out has understood it so.</param>
public sealed record InboundMessage(string MessageSid, string From, string To, string Body, string? OptOutType)
{
    /// <summary>Without number and text: a record prints all that it holds.</summary>
    public override string ToString() => $"{nameof(InboundMessage)} {MessageSid}";

    /// <returns>Null when the form lacks the sid or one of the numbers.</returns>
    public static InboundMessage? Parse(IFormCollection form)
    {
        string sid = form["MessageSid"].ToString(), from = form["From"].ToString(), to = form["To"].ToString();
        return sid.Length == 0 || from.Length == 0 || to.Length == 0
            ? null
            : new InboundMessage(sid, from, to, form["Body"].ToString(), form["OptOutType"].ToString() is { Length: > 0 } type ? type : null);
    }
}
