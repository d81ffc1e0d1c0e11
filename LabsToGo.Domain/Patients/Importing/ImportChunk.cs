namespace LabsToGo.Domain.Patients.Importing;

/// <summary>
/// Some thousand rows that are written at once. A row of a patient who is in the chunk already, by external id or by phone, is merged into the
/// earlier one; who shares a phone but has another external id is another person.
/// </summary>
public sealed class ImportChunk
{
    /// <summary>
    /// Rows, good or bad, after which a chunk is written: enough to make the round trips cheap, few enough to show progress and to keep memory flat.
    /// </summary>
    public const int Full = 10_000;

    private readonly Dictionary<string, ImportRow> _byExternalId = new(Full, StringComparer.Ordinal);
    private readonly Dictionary<string, ImportRow> _byPhone = new(Full, StringComparer.Ordinal);

    public List<ImportRow> Rows { get; } = new(Full);

    public List<RowProblem> Problems { get; } = [];

    public long RowsRead { get; private set; }

    /// <summary>Rows that were refused.</summary>
    public long Rejected { get; private set; }

    /// <summary>Values without which a row was taken.</summary>
    public long LeftOut => Problems.Count - Rejected;

    public long Duplicates { get; private set; }

    /// <summary>Of the file, when the chunk was closed.</summary>
    public long BytesRead { get; set; }

    public bool IsFull => RowsRead >= Full;

    /// <summary>A row that was refused, or a value without which a row was taken that is added besides.</summary>
    public void Add(RowProblem problem)
    {
        if (problem.Refused)
        {
            RowsRead++;
            Rejected++;
        }
        Problems.Add(problem);
    }

    public void Add(ImportRow row)
    {
        RowsRead++;
        if (Find(row) is { } earlier)
        {
            Duplicates++;
            var phone = earlier.Phone;
            earlier.Merge(row);
            if (earlier.ExternalId is { } externalId)
                _byExternalId[externalId] = earlier;
            if (phone != earlier.Phone)
                AddPhone(earlier);
            return;
        }
        Rows.Add(row);
        if (row.ExternalId is not null)
            _byExternalId[row.ExternalId] = row;
        AddPhone(row);
    }

    private ImportRow? Find(ImportRow row)
    {
        if (row.ExternalId is not null && _byExternalId.TryGetValue(row.ExternalId, out var same))
            return same;
        ImportRow? best = null;
        for (var other = _byPhone.GetValueOrDefault(row.Phone); other is not null; other = other.SamePhone)
        {
            if (other.Phone != row.Phone || (row.ExternalId is not null && other.ExternalId is not null))
                continue;
            if (Equal(other.FirstName, row.FirstName) && Equal(other.LastName, row.LastName))
                return other;
            best ??= other;
        }
        return best;
    }

    private void AddPhone(ImportRow row)
    {
        if (!_byPhone.TryAdd(row.Phone, row) && _byPhone[row.Phone] is var first && first != row)
            (row.SamePhone, first.SamePhone) = (first.SamePhone, row);
    }

    private static bool Equal(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
