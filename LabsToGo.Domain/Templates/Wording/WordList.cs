namespace LabsToGo.Domain.Templates.Wording;

/// <summary>
/// Phrases from a file beside this one: a phrase a line, in any case; a <c>*</c> takes any ending, <c>=</c> takes it only as it is written, <c>9</c> is any
/// number, and <c>#</c> begins a line for people.
/// </summary>
internal sealed class WordList
{
    private readonly ILookup<char, Phrase> _phrases;

    private WordList(IEnumerable<Phrase> phrases) => _phrases = phrases.ToLookup(phrase => phrase.Words[0][0]);

    public static WordList Read(string name) => new(Lines(name).Select(Phrase.Parse));

    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream($"LabsToGo.Domain.Templates.Wording.{name}.txt")
            ?? throw new InvalidOperationException($"The list {name}.txt is not embedded in LabsToGo.Domain.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#')];
    }

    /// <summary>The longest phrases, from the left.</summary>
    public IEnumerable<TextMark> Find(IReadOnlyList<Word> words)
    {
        for (var at = 0; at < words.Count;)
        {
            var length = LongestAt(words, at);
            if (length > 0)
                yield return new TextMark(words[at].Start, words[at + length - 1].End - words[at].Start);
            at += Math.Max(1, length);
        }
    }

    private int LongestAt(IReadOnlyList<Word> words, int at)
    {
        var first = words[at].IsNumber ? '9' : words[at].Lower[0];
        return _phrases[first].Where(phrase => phrase.Fits(words, at)).Select(phrase => phrase.Words.Length).DefaultIfEmpty().Max();
    }

    private sealed record Phrase(string[] Words, string[] Written, bool AnyEnding, bool AsWritten)
    {
        public static Phrase Parse(string line)
        {
            var written = line.Trim('=', '*').Split(' ');
            return new([.. written.Select(word => word.ToLowerInvariant())], written, line[^1] == '*', line[0] == '=');
        }

        public bool Fits(IReadOnlyList<Word> words, int at)
        {
            if (at + Words.Length > words.Count)
                return false;
            for (var i = 0; i < Words.Length; i++)
            {
                var word = words[at + i];
                var fits = Words[i] == "9" ? word.IsNumber
                    : AsWritten ? word.Text == Written[i]
                    : AnyEnding && i == Words.Length - 1 ? word.Lower.StartsWith(Words[i], StringComparison.Ordinal)
                    : word.Lower == Words[i];
                if (!fits)
                    return false;
            }
            return true;
        }
    }
}
