namespace LabsToGo.Domain.Templates.Wording;

/// <summary>A word of a text, or a number.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Sentence">Counts the sentences, so that words of one are told from the next one's.</param>
internal readonly record struct Word(int Start, string Text, int Sentence)
{
    public int End => Start + Text.Length;

    public string Lower { get; } = Text.ToLowerInvariant();

    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    public bool IsUpper => Text.Any(char.IsUpper) && !Text.Any(char.IsLower);

    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        var sentence = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                sentence += EndsSentence(text, at++) ? 1 : 0;
                continue;
            }
            var start = at;
            // "120mg" is a number and a word, "A1C" is one word.
            var number = char.IsAsciiDigit(text[at]);
            while (at < text.Length && (number ? char.IsAsciiDigit(text[at]) || IsDecimalPoint(text, at) : char.IsLetterOrDigit(text[at])))
                at++;
            words.Add(new Word(start, text[start..at], sentence));
        }
        return words;
    }

    private static bool EndsSentence(string text, int at) =>
        text[at] is '!' or '?' or '\n' || (text[at] is '.' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])));

    private static bool IsDecimalPoint(string text, int at) => text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
}
