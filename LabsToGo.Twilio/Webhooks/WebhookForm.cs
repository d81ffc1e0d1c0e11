using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LabsToGo.Twilio.Webhooks;

/// <summary>
/// Reads a webhook's form by itself: a patient's text may hold any character, also a NUL, for which the framework's reader refuses the whole form.
/// </summary>
internal static class WebhookForm
{
    /// <summary>The request has this form from now on. How much is read at most is the endpoint's to say.</summary>
    public static async Task<List<KeyValuePair<string, string>>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var pairs = Parse(await reader.ReadToEndAsync(cancellationToken));
        request.Form = new FormCollection(pairs.GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(field => field.Key, field => new StringValues([.. field]), StringComparer.OrdinalIgnoreCase));
        return pairs;
    }

    internal static List<KeyValuePair<string, string>> Parse(string body)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var range in body.AsSpan().Split('&'))
        {
            var part = body[range];
            if (part.Length == 0)
                continue;
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (part, "") : (part[..equals], part[(equals + 1)..]);
            pairs.Add(new(WebUtility.UrlDecode(name), WebUtility.UrlDecode(value)));
        }
        return pairs;
    }
}
