using System.Collections.Frozen;

namespace LabsToGo.Domain.Templates.Wording;

/// <summary>Links that carriers or the protection of data have something against.</summary>
internal static class Links
{
    private static readonly FrozenSet<string> Shorteners = WordList.Lines("link-shorteners").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>With a query, or with a field in it.</summary>
    public static IEnumerable<TextMark> Telling(string text) =>
        In(text).Where(link => text.AsSpan(link.Start, link.Length).ContainsAny('?', TemplateText.Field));

    public static IEnumerable<TextMark> Shortened(string text) =>
        In(text).Where(link => Shorteners.Contains(Host(text.Substring(link.Start, link.Length))));

    private static IEnumerable<TextMark> In(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            if (end > at && LinkIn(text, at, end) is { } link)
                yield return link;
            at = end + 1;
        }
    }

    /// <param name="end">Where the white space begins.</param>
    private static TextMark? LinkIn(string text, int start, int end)
    {
        while (end > start && text[end - 1] is '.' or ',' or '!' or '?' or ';' or ':' or ')' or ']' or '"' or '\'' or '”' or '’')
            end--;
        while (start < end && text[start] is '(' or '[' or '"' or '\'' or '“' or '‘')
            start++;
        var scheme = text.IndexOf("http", start, end - start, StringComparison.OrdinalIgnoreCase);
        if (scheme >= 0 && text.IndexOf("://", scheme, end - scheme, StringComparison.Ordinal) >= 0)
            start = scheme;
        var link = text[start..end];
        return IsLink(link) ? new TextMark(start, end - start) : null;
    }

    private static bool IsLink(string link)
    {
        var host = Host(link);
        var dot = host.LastIndexOf('.');
        return dot > 0 && dot < host.Length - 2 && host[(dot + 1)..].All(char.IsAsciiLetter) && !host.Contains('@', StringComparison.Ordinal)
            && (link.Length > host.Length || Shorteners.Contains(host));
    }

    private static string Host(string link)
    {
        var start = link.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        if (link.AsSpan(start).StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            start += 4;
        var end = link.AsSpan(start).IndexOfAny("/?#:");
        return end < 0 ? link[start..] : link.Substring(start, end);
    }
}
