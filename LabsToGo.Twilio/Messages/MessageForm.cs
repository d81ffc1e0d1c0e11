using System.Globalization;
using System.Text;

namespace LabsToGo.Twilio.Messages;

/// <summary>The form of a create, byte for byte as it goes out.</summary>
public static class MessageForm
{
    /// <param name="mayLeave">Asked when a connection is open and about to carry it; false ends the request with nothing sent.</param>
    public static HttpContent Content(CreateMessage message, Func<bool> mayLeave) => new MessageContent(Encoding.ASCII.GetBytes(Encode(message)), mayLeave);

    private static string Encode(CreateMessage message)
    {
        var form = new StringBuilder(256)
            .Append("To=").Append(Uri.EscapeDataString(message.To))
            .Append("&From=").Append(Uri.EscapeDataString(message.From))
            .Append("&Body=").Append(Uri.EscapeDataString(message.Body))
            .Append("&StatusCallback=").Append(Uri.EscapeDataString(message.StatusCallback));
        if (message.ValidityPeriod is { } seconds)
            form.Append("&ValidityPeriod=").Append(seconds.ToString(CultureInfo.InvariantCulture));
        return form.ToString();
    }
}
