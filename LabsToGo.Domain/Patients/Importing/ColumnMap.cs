
namespace LabsToGo.Domain.Patients.Importing;

/// <summary>Which column of a file holds which field.</summary>
public sealed class ColumnMap
{
    private const int HeadersNamed = 30;

    private readonly int[] _columns;

    private ColumnMap(IReadOnlyList<string> headers, int[] columns) => (Headers, _columns) = (headers, columns);

    /// <summary>As they stand in the file; a nameless one is called by its place.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The column's place, counted from 0; −1 when the file has none for the field.</summary>
    public int this[PatientField field] => _columns[(int)field];

    /// <summary>The field that a column was understood as; null for one that is ignored.</summary>
    public PatientField? FieldOf(int column) => Array.IndexOf(_columns, column) is var field and >= 0 ? (PatientField)field : null;

    /// <exception cref="ImportRefusedException">The first row is no header, or no column holds a phone number.</exception>
    public static ColumnMap Read(IReadOnlyList<string> header)
    {
        var headers = header.Select((name, at) => Shown(name, at)).ToArray();
        var columns = Enum.GetValues<PatientField>().Select(_ => -1).ToArray();
        var ranks = columns.Select(_ => int.MaxValue).ToArray();
        for (var at = 0; at < headers.Length; at++)
        {
            if (!ColumnNames.TryFind(headers[at], out var field, out var rank) || rank >= ranks[(int)field])
                continue;
            columns[(int)field] = at;
            ranks[(int)field] = rank;
        }

        if (columns.All(column => column < 0) && header.Any(LooksLikeData))
            throw new ImportRefusedException(
                "The file has no header row: its first line must name the columns, for example: First name, " +
                "Last name, Phone. Add such a line and upload the file again.");
        if (columns[(int)PatientField.Phone] < 0)
            throw new ImportRefusedException(
                $"The file has no column for the phone number. Name one \"Phone\" (or \"Mobile\", \"Cell phone\"). The columns found are: {Named(headers)}.");
        return new ColumnMap(headers, columns);
    }

    private static string Shown(string name, int at)
    {
        var text = string.Concat(name.Where(character => !char.IsControl(character))).Trim();
        return text.Length == 0 ? $"(column {at + 1})" : StorableText.Of(text, 60);
    }

    /// <summary>A number, a date or an address: nothing that names a column.</summary>
    private static bool LooksLikeData(string text) =>
        text.Contains('@', StringComparison.Ordinal) || text.Count(char.IsAsciiDigit) >= 5 || PhoneNumber.TryNormalize(text, out _, out _);

    private static string Named(string[] headers)
    {
        var all = string.Join(", ", headers.Take(HeadersNamed));
        var named = StorableText.Of(all, 700);
        return headers.Length > HeadersNamed ? $"{named} and {headers.Length - HeadersNamed} more" : named.Length < all.Length ? $"{named} …" : named;
    }
}
