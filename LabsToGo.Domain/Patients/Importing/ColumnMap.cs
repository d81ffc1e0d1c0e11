using LabsToGo.Contracts.Http;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>Which column of a file holds which field.</summary>
public sealed class ColumnMap
{
    private const int HeadersNamed = 30;

    private static readonly Dictionary<string, ConsentMeaning> Nothing = [];

    private readonly PatientField?[] _fields;
    private readonly int[] _columns;
    private readonly Dictionary<string, ConsentMeaning>[] _meanings;

    private ColumnMap(
        IReadOnlyList<string> headers, PatientField?[] fields, IReadOnlyDictionary<int, ColumnQuestion> unclear, IReadOnlyList<ColumnChoice> choices)
    {
        Headers = headers;
        Unclear = unclear;
        _fields = fields;
        _meanings = [.. choices.Select(choice => new Dictionary<string, ConsentMeaning>(choice.Meanings ?? Nothing, StringComparer.OrdinalIgnoreCase))];
        _columns = [.. Enum.GetValues<PatientField>().Select(field => Array.IndexOf(_fields, field))];
        AboutConsent =
        [
            .. _fields.Index()
                .Where(entry => entry.Item is PatientField.Consent or PatientField.OptOut or PatientField.Deceased or PatientField.Status)
                .Select(entry => (entry.Index, entry.Item!.Value)),
        ];
    }

    /// <summary>As they stand in the file; a nameless one is called by its place.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>All columns that tell who may be texted: a file may have several, and a "no" in any of them counts.</summary>
    public IReadOnlyList<(int Column, PatientField Field)> AboutConsent { get; }

    /// <summary>Columns on which much depends, and that nobody understands, by their places.</summary>
    public IReadOnlyDictionary<int, ColumnQuestion> Unclear { get; }

    /// <summary>The column's place, counted from 0; −1 when the file has none for the field.</summary>
    public int this[PatientField field] => _columns[(int)field];

    /// <summary>The field that a column was understood as; null for one that is ignored.</summary>
    public PatientField? FieldOf(int column) => _fields[column];

    /// <summary>What somebody said of a word that is neither a yes nor a no; null when nobody did.</summary>
    public ConsentMeaning? MeaningOf(int column, string word) =>
        column < _meanings.Length && _meanings[column].TryGetValue(word, out var meaning) ? meaning : null;

    /// <param name="sample">The file's first rows: what is in a column tells more than its name.</param>
    /// <param name="choices">What somebody said of the columns but the <see cref="RejectColumns"/>; where they did, nothing is guessed.</param>
    /// <exception cref="ImportRefusedException">The first row is no header.</exception>
    public static ColumnMap Read(
        IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> sample, IReadOnlyList<ColumnChoice>? choices = null)
    {
        var headers = header.Select((name, at) => Shown(name, at)).ToArray();
        if (choices is not null)
            return AsChosen(headers, choices);
        var guesses = ColumnGuesses.Of(headers, sample);
        var map = new ColumnMap(headers, guesses.Fields, guesses.Unclear, []);
        if (map._fields.All(field => field is null) && header.Any(LooksLikeData))
            throw new ImportRefusedException(
                "The file has no header row: its first line must name the columns, for example: First name, " +
                "Last name, Phone. Add such a line and upload the file again.");
        return map;
    }

    /// <exception cref="ImportRefusedException">No column holds a phone number, or there is a question about one.</exception>
    public void RequireClear()
    {
        if (this[PatientField.Phone] < 0)
            throw new ImportRefusedException(
                $"The file has no column for the phone number. Name one \"Phone\" (or \"Mobile\", \"Cell phone\"). The columns found are: {Named(Headers)}.");
        if (Unclear.Count == 0)
            return;
        var (column, question) = Unclear.First();
        throw new ImportRefusedException(question switch
        {
            ColumnQuestion.Consent =>
                $"The column \"{Headers[column]}\" may say who must not be texted, but what a \"yes\" there means is not clear. " +
                "Name it \"SMS consent\" if a yes allows texts, \"Opt out\" if a yes forbids them, or leave it out if it is about something else, " +
                "and upload the file again.",
            _ =>
                $"The column \"{Headers[column]}\" may hold the patients' numbers, or only count the rows. Name it \"Patient ID\" if your laboratory " +
                "system gave these numbers, or leave it out if they are the lines of the file, and upload the file again.",
        });
    }

    /// <summary>In a file of rejected rows the columns stand in other places.</summary>
    private static ColumnMap AsChosen(string[] headers, IReadOnlyList<ColumnChoice> choices)
    {
        var next = 0;
        ColumnChoice[] placed = [.. headers.Select(header => !RejectColumns.Is(header) && next < choices.Count ? choices[next++] : new ColumnChoice(null))];
        return new ColumnMap(headers, [.. placed.Select(choice => choice.Field)], ColumnGuesses.NoQuestions, placed);
    }

    private static string Shown(string name, int at)
    {
        var text = string.Concat(name.Where(character => !char.IsControl(character))).Trim();
        return text.Length == 0 ? $"(column {at + 1})" : StorableText.Of(text, 60);
    }

    /// <summary>A number, a date or an address: nothing that names a column.</summary>
    private static bool LooksLikeData(string text) =>
        text.Contains('@', StringComparison.Ordinal) || text.Count(char.IsAsciiDigit) >= 5 || PhoneNumber.TryNormalize(text, out _, out _);

    private static string Named(IReadOnlyList<string> headers)
    {
        var all = string.Join(", ", headers.Take(HeadersNamed));
        var named = StorableText.Of(all, 700);
        return headers.Count > HeadersNamed ? $"{named} and {headers.Count - HeadersNamed} more" : named.Length < all.Length ? $"{named} …" : named;
    }
}
