using System.Text.RegularExpressions;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Messages.Segments;

namespace LabsToGo.Domain.Templates;

/// <summary>Looks at a template as a careful colleague would.</summary>
public static partial class TemplateChecker
{
    /// <summary>From here on one text costs as much as several, and people read on less.</summary>
    private const int ManySegments = 3;

    public static TemplateCheck Check(string source)
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
        return new([], [.. concerns.Warnings, .. Warnings(source, rendered.Text)], concerns.Marks);
    }

    private static IEnumerable<string> Warnings(string source, string text)
    {
        var count = SegmentCounter.Count(text);
        if (count.Segments >= ManySegments)
            yield return $"One text takes {count.Segments} segments and is billed as so many messages.";
        if (count.Encoding is SmsEncoding.Ucs2)
            yield return $"{Culprit(text)} is outside the SMS alphabet, so a segment holds 70 characters instead of 160.";
        if (!source.Contains(TemplateFields.LabName, StringComparison.Ordinal))
            yield return "Patients should see who writes: use {{ lab_name }} or your name.";
        if (!OptOutHint().IsMatch(text))
            yield return "Tell patients how to stop the texts, for example \"Reply STOP to opt out\".";
    }

    private static string Culprit(string text)
    {
        var first = text.EnumerateRunes().First(rune => SegmentCounter.Count(rune.ToString()).Encoding is SmsEncoding.Ucs2);
        return $"'{first}'";
    }

    [GeneratedRegex(@"\bSTOP\b", RegexOptions.IgnoreCase)]
    private static partial Regex OptOutHint();
}
