using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace LabsToGo.Twilio.Webhooks;

/// <summary>What we read of a status callback. New parameters come without notice, and are signed like the others.</summary>
public sealed record StatusCallback(string MessageSid, string MessageStatus, int? ErrorCode)
{
    /// <returns>Null when the form has no <c>MessageSid</c> that could be one, or no <c>MessageStatus</c>.</returns>
    public static StatusCallback? Parse(IFormCollection form)
    {
        string sid = form["MessageSid"].ToString(), status = form["MessageStatus"].ToString();
        return !Messages.MessageSid.IsOne(sid) || status.Length == 0
            ? null
            : new StatusCallback(sid, status, int.TryParse(form["ErrorCode"], CultureInfo.InvariantCulture, out var code) ? code : null);
    }
}
