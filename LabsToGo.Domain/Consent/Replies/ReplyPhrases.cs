using System.Text.RegularExpressions;

namespace LabsToGo.Domain.Consent.Replies;

/// <summary>The phrases of <c>reply-phrases.txt</c>, which says how it is to be read.</summary>
internal static partial class ReplyPhrases
{
    private static readonly Dictionary<string, string> Words = [];

    private static readonly ILookup<string, string> Phrases = Load();

    /// <summary>Says stop and nothing else.</summary>
    public static Regex Whole { get; } = Matching(Any("whole"));

    /// <summary>Says stop, and names no limit to it.</summary>
    public static Regex Stop { get; } = Matching($"(?<!\\S)(?>{Any("stop")})(?>{Words["me"]})(?! {Any("limit")}\\b)");

    /// <summary>Says stop, perhaps within a limit.</summary>
    public static Regex LimitedStop { get; } = Matching($"(?<!\\S){Any("stop")}");

    public static Regex Doubt { get; } = Matching(Any("doubt"));

    public static Regex Start { get; } = Matching(Any("start"));

    public static Regex Help { get; } = Matching(Any("help"));

    public static Regex Polite { get; } = Matching($"\\b{Words["polite"]}\\b");

    private static Regex Other { get; } = Matching($"\\b{Any("not")}\\b");

    /// <summary>A mark stands for what was cut out, so that no phrase runs across it.</summary>
    public static string WithoutOthers(string clause) => Other.IsMatch(clause) ? Spaces().Replace(Other.Replace(clause, " - "), " ").Trim() : clause;

    private static ILookup<string, string> Load()
    {
        using var stream = typeof(ReplyPhrases).Assembly.GetManifestResourceStream(typeof(ReplyPhrases), "reply-phrases.txt")!;
        using var reader = new StreamReader(stream);
        var phrases = new List<(string Kind, string Phrase)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            if (Definition().Match(line) is { Success: true } definition)
                Words[definition.Groups[1].Value] = Expand(definition.Groups[2].Value);
            else
                phrases.Add((line[..line.IndexOf(' ', StringComparison.Ordinal)], Expand(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])));
        }
        return phrases.ToLookup(phrase => phrase.Kind, phrase => phrase.Phrase);
    }

    private static string Any(string kind) => $"(?:{string.Join('|', Phrases[kind])})";

    private static string Expand(string pattern) => Reference().Replace(pattern, word => Words[word.Groups[1].Value]);

    private static Regex Matching(string pattern) => new(pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    [GeneratedRegex("""^([a-z]+) = (.+)$""")]
    private static partial Regex Definition();

    [GeneratedRegex("""\{([a-z]+)\}""")]
    private static partial Regex Reference();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
