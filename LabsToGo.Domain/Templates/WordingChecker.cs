using LabsToGo.Domain.Templates.Wording;

namespace LabsToGo.Domain.Templates;

/// <summary>
/// What the words of a text might do. A text is read over shoulders and stays on the phone, so it says no more than it must (45 CFR 164.502(b), minimum
/// necessary): not which test, illness, result or kind of doctor. It has no links that carriers block or that tell who the patient is, and no keyword of opting
/// out or in is asked for to mean something else.
/// </summary>
public static class WordingChecker
{
    private static readonly WordList Tests = WordList.Read("test-names"), Illnesses = WordList.Read("illnesses"), Results = WordList.Read("results"),
    Specialities = WordList.Read("specialities");

    /// <summary>How many of the words a warning quotes; the rest is only marked.</summary>
    private const int Quoted = 4;

    /// <param name="source">A template, or a text as it is sent.</param>
    public static TemplateCheck Check(string source)
    {
        var text = TemplateText.Of(source);
        var words = Word.Of(text);
        (IEnumerable<TextMark> Marks, string Warning)[] concerns =
        [
            (Tests.Find(words),
                "A text must not say which test it is about: others may read it, and it stays on the phone. \"Your results are ready\" says enough."),
            (Illnesses.Find(words), "A text must not name an illness or a treatment: others may read it, and it stays on the phone. Say it in person."),
            (Results.Find(words), "A text must not tell a result: others may read it, and it stays on the phone. \"Your results are ready\" says enough."),
            (Specialities.Find(words), "What kind of doctor or clinic it is tells what a patient may have. The name of your laboratory is enough."),
            (ReplyWords.OptOutsForSomethingElse(words),
                "Whoever replies this gets no texts from you any more, whatever they meant by it. Ask for another word, such as CHANGE, or for a call."),
            (ReplyWords.OptInsForSomethingElse(words),
                "To reply this also ends an opt-out: a patient who wanted no texts gets them again. Ask for another word, such as OK or CONFIRM."),
            (Links.Telling(text),
                "A field in a link, or what stands behind its question mark, may tell who the patient is, and other firms keep it. Use one address for all."),
            (Links.Shortened(text), "Phone companies block texts with short links of public services. Write your own address in full."),
        ];
        var found = concerns.Select(concern => (Marks: concern.Marks.ToList(), concern.Warning)).Where(concern => concern.Marks.Count > 0).ToList();
        return new([], [.. found.Select(concern => $"{Quote(source, concern.Marks)}: {concern.Warning}")], Joined(found.SelectMany(concern => concern.Marks)));
    }

    private static string Quote(string source, List<TextMark> marks)
    {
        var words = marks.Select(mark => source.Substring(mark.Start, mark.Length)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var quoted = string.Join(", ", words.Take(Quoted).Select(word => $"\"{word}\""));
        return words.Count > Quoted ? $"{quoted} and {words.Count - Quoted} more" : quoted;
    }

    private static List<TextMark> Joined(IEnumerable<TextMark> marks)
    {
        var joined = new List<TextMark>();
        foreach (var mark in marks.OrderBy(mark => mark.Start))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Start + last.Length > mark.Start)
                joined[^1] = last with { Length = Math.Max(last.Length, mark.Start + mark.Length - last.Start) };
            else
                joined.Add(mark);
        }
        return joined;
    }
}
