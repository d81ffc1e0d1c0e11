namespace LabsToGo.Domain.Templates.Wording;

/// <summary>What of a template is text.</summary>
internal static class TemplateText
{
    /// <summary>In the place of a field: no letter, and no space either, since a link goes on behind it.</summary>
    public const char Field = '\uE000';

    /// <summary>
    /// The template with its tags and fields blanked, so that places stay; what stands in quotation marks within them is text that may be shown.
    /// </summary>
    public static string Of(string source)
    {
        var text = source.ToCharArray();
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (source[at] != '{' || source[at + 1] is not ('{' or '%'))
                continue;
            var end = source.IndexOf(source[at + 1] == '{' ? "}}" : "%}", at + 2, StringComparison.Ordinal) is var close and >= 0 ? close + 2 : source.Length;
            Blank(text, at, end, source[at + 1] == '{' ? Field : ' ');
            at = end - 1;
        }
        return new string(text);
    }

    private static void Blank(char[] text, int start, int end, char blank)
    {
        char? quote = null;
        for (var at = start; at < end; at++)
        {
            var character = text[at];
            if (character is '"' or '\'' && (quote is null || quote == character))
                quote = quote is null ? character : null;
            else if (quote is not null)
                continue;
            text[at] = blank;
        }
    }
}
