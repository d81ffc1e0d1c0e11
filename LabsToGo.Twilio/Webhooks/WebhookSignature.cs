using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace LabsToGo.Twilio.Webhooks;

/// <summary>
/// <c>X-Twilio-Signature</c>: base64(HMAC-SHA1(auth token, URL + for each form key in ordinal order: key + each distinct value in ordinal order)).
/// A JSON body is signed by the hash of its raw bytes in the query instead. <see href="https://www.twilio.com/docs/usage/security#validating-requests"/>
/// </summary>
public static class WebhookSignature
{
    /// <summary>The signature of a form, as Twilio makes it.</summary>
    /// <param name="url">The address as called, never normalised or re-encoded.</param>
    public static string OfForm(string authToken, string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var pairs = form.ToArray();
        Array.Sort(pairs, ByKeyThenValue);
        var text = new StringBuilder(url);
        for (var at = 0; at < pairs.Length; at++)
        {
            if (at == 0 || ByKeyThenValue(pairs[at - 1], pairs[at]) != 0)
                text.Append(pairs[at].Key).Append(pairs[at].Value);
        }
        return Sign(authToken, text.ToString());
    }

    /// <summary>Whether a form was signed for this address with this token.</summary>
    public static bool IsValidForm(string authToken, string url, IReadOnlyCollection<KeyValuePair<string, string>> form, string signature) =>
        Candidates(url).Any(candidate => Same(OfForm(authToken, candidate, form), signature));

    /// <summary>Whether a JSON body was signed: the query's <c>bodySHA256</c> must be the body's, and the signature the address's.</summary>
    public static bool IsValidJson(string authToken, string url, ReadOnlySpan<byte> body, string signature)
    {
        var claimed = QueryValue(url, "bodySHA256");
        return claimed is not null
            && Same(Convert.ToHexStringLower(SHA256.HashData(body)), claimed)
            && Candidates(url).Any(candidate => Same(Sign(authToken, candidate), signature));
    }

    /// <summary>
    /// Twilio signs with or without the port, and with the apostrophe escaped or not, by rules that differ between its products, and a proxy on the way may
    /// escape it or not. The first one nearly always fits, so the others are made only when it does not.
    /// </summary>
    private static IEnumerable<string> Candidates(string url)
    {
        string[] ports = [url, WithoutPort(url), WithDefaultPort(url)];
        foreach (var candidate in ports)
            yield return candidate;
        if (url.Contains('\'', StringComparison.Ordinal))
        {
            foreach (var candidate in ports)
                yield return candidate.Replace("'", "%27", StringComparison.Ordinal);
        }
        if (url.Contains("%27", StringComparison.Ordinal))
        {
            foreach (var candidate in ports)
                yield return candidate.Replace("%27", "'", StringComparison.Ordinal);
        }
    }

    private static int ByKeyThenValue(KeyValuePair<string, string> one, KeyValuePair<string, string> other) =>
        string.CompareOrdinal(one.Key, other.Key) is var keys and not 0 ? keys : string.CompareOrdinal(one.Value, other.Value);

    private static string WithoutPort(string url)
    {
        var (start, end) = Port(url);
        return url[..start] + url[end..];
    }

    private static string WithDefaultPort(string url)
    {
        var (start, end) = Port(url);
        var port = url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        return start == end ? url[..start] + port + url[end..] : url;
    }

    /// <summary>Where the port stands, its colon included; an empty range where it would stand.</summary>
    private static (int Start, int End) Port(string url)
    {
        var authority = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = url.AsSpan(authority).IndexOfAny('/', '?', '#') is var slash and >= 0 ? authority + slash : url.Length;
        var host = url.AsSpan(authority, end - authority).LastIndexOf('@') is var at and >= 0 ? authority + at + 1 : authority;
        var colon = url.AsSpan(host, end - host).LastIndexOf(':');
        var inIpv6 = colon >= 0 && url.AsSpan(host + colon, end - host - colon).Contains(']');
        return colon < 0 || inIpv6 ? (end, end) : (host + colon, end);
    }

    private static string? QueryValue(string url, string name)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
            return null;
        foreach (var part in url[(query + 1)..].Split('&'))
        {
            if (part.StartsWith(name + "=", StringComparison.Ordinal))
                return part[(name.Length + 1)..];
        }
        return null;
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "Twilio signs with HMAC-SHA1; there is no other choice.")]
    private static string Sign(string authToken, string text) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text)));

    private static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
