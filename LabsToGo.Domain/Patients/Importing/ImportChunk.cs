using LabsToGo.Domain.Consent;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>
/// Some thousand rows that are written at once. A row of a patient who is in the chunk already, by external id or by phone and name, is merged into the
/// earlier one; who shares a phone under another name, birth date or external id is another person.
/// </summary>
public sealed class ImportChunk
{
    /// <summary>
    /// Rows, good or bad, after which a chunk is written: enough to make the round trips cheap, few enough to show progress and to keep memory flat.
    /// </summary>
    public const int Full = 10_000;

    private readonly Dictionary<string, ImportRow> _byExternalId = new(Full, StringComparer.Ordinal);
    private readonly Dictionary<string, List<ImportRow>> _byPhone = new(Full, StringComparer.Ordinal);

    public List<ImportRow> Rows { get; } = new(Full);

    public List<RowProblem> Problems { get; } = [];

    public long RowsRead { get; private set; }

    /// <summary>Rows that were refused.</summary>
    public long Rejected { get; private set; }

    /// <summary>On rows that were taken.</summary>
    public long Remarks => Problems.Count - Rejected;

    public long Duplicates { get; private set; }

    /// <summary>Of the file, when the chunk was closed.</summary>
    public long BytesRead { get; set; }

    public bool IsFull => RowsRead >= Full;

    /// <summary>A row that was refused, or a remark on one that is added besides.</summary>
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
        if (Find(row) is not { } earlier)
        {
            RowsRead++;
            Rows.Add(row);
            if (row.ExternalId is not null)
                _byExternalId[row.ExternalId] = row;
            AddPhone(row);
        }
        else if (earlier.Doubt is { } doubt)
        {
            // An opt-out is one of the number, whoever it is.
            if (row.Consent == ConsentKind.Revoked && earlier.Row.Phone == row.Phone)
                earlier.Row.Consent = row.Consent;
            Add(RowDoubts.Of(row.Line, doubt));
        }
        else
        {
            RowsRead++;
            Duplicates++;
            Merge(earlier.Row, row);
        }
    }

    private void Merge(ImportRow earlier, ImportRow row)
    {
        var phone = earlier.Phone;
        earlier.Merge(row);
        if (earlier.ExternalId is { } externalId)
            _byExternalId[externalId] = earlier;
        if (phone == earlier.Phone)
            return;
        _byPhone[phone].Remove(earlier);
        AddPhone(earlier);
    }

    /// <summary>By the rule by which rows find the patients who are there already: see <c>ChunkMerge</c>.</summary>
    private (ImportRow Row, RowDoubt? Doubt)? Find(ImportRow row)
    {
        if (row.ExternalId is not null && _byExternalId.TryGetValue(row.ExternalId, out var same))
            return (same, same.IsSomebodyElse(row) ? RowDoubt.ExternalId : null);
        ImportRow? best = null;
        var (alike, likeness) = (0, -1);
        foreach (var other in _byPhone.GetValueOrDefault(row.Phone) ?? [])
        {
            if (!other.Fits(row))
            {
                row.IsSimilar |= other.IsSimilarTo(row);
                continue;
            }
            var fits = other.Likeness(row);
            alike = fits > likeness ? 1 : fits == likeness ? alike + 1 : alike;
            (best, likeness) = fits > likeness ? (other, fits) : (best, likeness);
        }
        return best is null ? null : (best, alike > 1 ? RowDoubt.Phone : null);
    }

    private void AddPhone(ImportRow row)
    {
        if (!_byPhone.TryGetValue(row.Phone, out var rows))
            _byPhone.Add(row.Phone, rows = new(1));
        rows.Add(row);
    }
}
