using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace LabsToGo.Twilio.Messages;

/// <summary>The form of a create, byte for byte as it goes out.</summary>
public static class MessageForm
{
    private static readonly MediaTypeHeaderValue FormType = new("application/x-www-form-urlencoded");

    public static HttpContent Content(CreateMessage message)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(Encode(message)));
        content.Headers.ContentType = FormType;
        return content;
    }

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
