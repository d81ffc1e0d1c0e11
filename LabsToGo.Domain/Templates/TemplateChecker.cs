using System.Text.RegularExpressions;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Messages.Segments;
using LabsToGo.Domain.Templates.Wording;

namespace LabsToGo.Domain.Templates;

/// <summary>Looks at a template as a careful colleague would.</summary>
public static partial class TemplateChecker
{
    /// <summary>From here on one text costs as much as several, and people read on less.</summary>
    private const int ManySegments = 3;

    /// <param name="labName">Whose text it is: its name may stand in the text as it is.</param>
    public static TemplateCheck Check(string source, string labName)
    {
        if (!MessageTemplate.TryParse(source, out var template, out var error))
            return new([error], [], []);
        var rendered = template.Render(TemplateFields.Examples);
        if (rendered.Skip is { } skip)
            return new(
                [skip is SkipReason.TextTooLong
                    ? $"The text is over {MessageTemplate.MaxTextLength:N0} characters. Shorten it."
                    : "The template gives no text. Check its conditions and filters."], [], []);
        var concerns = WordingChecker.Check(source);
        return new([], [.. concerns.Warnings, .. Warnings(source, rendered.Text, labName)], concerns.Marks);
    }

    private static IEnumerable<string> Warnings(string source, string text, string labName)
    {
        if (NotFilledIn().Match(TemplateText.Of(source)) is { Success: true } meant)
            yield return $"{meant.Value} is sent as it stands. To have it filled in, write it as {{{{ first_name }}}}, or choose it under Insert.";
        var count = SegmentCounter.Count(text);
        if (count.Segments >= ManySegments)
            yield return $"One text takes {count.Segments} parts, and each is paid for.";
        if (count.Encoding is SmsEncoding.Ucs2)
            yield return $"{Culprit(text)} is outside the SMS alphabet, so a part holds 70 characters instead of 160.";
        if (!source.Contains(TemplateFields.LabName, StringComparison.Ordinal) && !source.Contains(labName, StringComparison.OrdinalIgnoreCase))
            yield return "Patients should see who writes: use {{ lab_name }} or your name.";
        if (!OptOutHint().IsMatch(text))
            yield return "Tell patients how to stop the texts, for example \"Reply STOP to opt out\".";
    }

    private static string Culprit(string text)
    {
        var first = text.EnumerateRunes().First(rune => SegmentCounter.Count(rune.ToString()).Encoding is SmsEncoding.Ucs2);
        return $"'{first}'";
    }

    /// <summary>How other programs write a field.</summary>
    [GeneratedRegex(
        """
        [\[<%{] ((first|last|full|lab)?[ _-]?name | city | patient | lab) [\]>%}]+
        | \({2,} [^()]{1,30} \){2,} | \((first|last|lab)_name\)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NotFilledIn();

    [GeneratedRegex(@"\bSTOP\b", RegexOptions.IgnoreCase)]
    private static partial Regex OptOutHint();
}
