namespace LabsToGo.Api.Patients.Imports;

internal static class CsvCell
{
    /// <summary>Quoted where it has to be; and what a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).</summary>
    public static string Of(string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
            text = $"'{text}";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
