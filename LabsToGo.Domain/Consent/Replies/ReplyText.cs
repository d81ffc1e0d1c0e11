using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LabsToGo.Domain.Consent.Replies;

/// <summary>What of a reply is the patient's own: without quoted copies of our texts and without signatures, parted into clauses.</summary>
internal sealed partial class ReplyText
{
    /// <summary>In characters: no text is longer (<see href="https://www.twilio.com/docs/glossary/what-sms-character-limit"/>).</summary>
    private const int Longest = 1_600;

    public bool QuotesUs { get; private init; }

    /// <summary>With its case and its marks, without accents.</summary>
    public string Cleaned { get; private init; } = "";

    /// <summary>Lower case; letters and digits alone, and one space between words.</summary>
    public IReadOnlyList<string> Clauses { get; private init; } = [];

    public static ReplyText Of(string text)
    {
        var plain = Plain(text.Length > Longest ? text[..Longest] : text);
        if (Reaction().IsMatch(plain))
            return new ReplyText();
        var own = string.Join('\n', plain.Split('\n').Where(line => !line.TrimStart().StartsWith('>')).TakeWhile(line => !Signature().IsMatch(line)));
        var cleaned = Spelled().Replace(Ours().Replace(InlineSignature().Replace(own, ""), " "), letters => NoLetter().Replace(letters.Value, ""));
        return new ReplyText
        {
            Cleaned = cleaned,
            QuotesUs = Ours().IsMatch(own),
            Clauses = [.. Between().Split(cleaned).Select(Words).Where(clause => clause.Length > 0)],
        };
    }

    /// <summary>Compatible letters made one, accents and what can't be seen dropped. By runes, since half of a surrogate pair can't be normalized.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark))
                plain.Append(rune);
        }
        return plain.Replace("\r\n", "\n").Replace('\r', '\n').ToString();
    }

    private static string Words(string clause)
    {
        var words = Apostrophe().Replace(clause.ToLowerInvariant(), "").Replace("#", " number ", StringComparison.Ordinal);
        words = NoLetter().Replace(Censored().Replace(words, "fuck$2"), " ").Trim();
        words = string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ReplySpelling.Correct));
        return Swearing().Replace(words, "").Trim() is { Length: > 0 } sober ? sober : words;
    }

    /// <summary>A phone's "Liked “…”", which says nothing of its own.</summary>
    [GeneratedRegex(
        """
        ^\s*(liked|loved|disliked|laughed\ at|emphasi[sz]ed|questioned|removed\ an?\ \w+\ from|reacted\ .{0,20}?\ to|reacted\ with\ .{1,20}?\ to
            |[^\w\s]{1,12}\ to|le\ (gusto|encanto)|me\ gusta|reacciono\ .{0,20}?\ a)\s*["“«‘'].*$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Reaction();

    [GeneratedRegex("""^\s*(sent (from|via)|get outlook|enviado desd?e|--\s*$|_{3,}|on .{5,80} wrote:)""", RegexOptions.IgnoreCase)]
    private static partial Regex Signature();

    [GeneratedRegex("""\b(sent (from|via)|enviado desde) (my|mi|the|yahoo|android|samsung|proton|mail|outlook)\b.*""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineSignature();

    /// <summary>The line that ends our texts, wherever it is quoted.</summary>
    [GeneratedRegex(
        """
        \b(reply|text|txt|send)\s+(with\s+)?["“']?(stop|quit|end|cancel|unsubscribe)["”']?\s+(to|for|2)\s+
            (opt[\s-]?out|unsubscribe|end|cancel|quit|stop|no\ more)(\ (of|from|all|these|texts|messages|any\ ?time))*
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Ours();

    /// <summary>"S.T.O.P.", "s t o p".</summary>
    [GeneratedRegex("""(?<!\w)(\w[.\-_*·\s]){2,}\w(?![\w'’])""")]
    private static partial Regex Spelled();

    [GeneratedRegex("""[.!?;,:\n()…]+|\s[-–—]+\s""")]
    private static partial Regex Between();

    [GeneratedRegex("""[\W_]+""")]
    private static partial Regex NoLetter();

    [GeneratedRegex("['’‘´`]")]
    private static partial Regex Apostrophe();

    [GeneratedRegex("""\bf[*@$%-]{2,}(c?k)?(ing\b)?""")]
    private static partial Regex Censored();

    [GeneratedRegex(
        """
        \b(fuck(ing|in)|f+reakin?g?|frigging?|effing|damn(ed)?|dammit|damn\ it|goddamn|god\ damn|goddammit|ffs|wtf|bloody|stupid|the\ fuck|the\ hell|tf
            |pinches|malditos)\b\ ?
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Swearing();
}
