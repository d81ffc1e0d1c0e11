using LabsToGo.Domain.Patients.Importing;

namespace LabsToGo.Api.Patients.Imports.Merging;

/// <summary>What became of the rows of a chunk, or of a lane's share.</summary>
/// <param name="Unchanged">Patients who were there already, of whom the rows say nothing new.</param>
/// <param name="Again">Rows of patients whom this import had before.</param>
/// <param name="Doubts">What a person has to look at, by the rows' lines.</param>
internal sealed record MergedRows(
    long Added, long Updated, long Unchanged, long Again, long OptedOut, long Consented, IReadOnlyList<RowProblem> Doubts)
{
    public static MergedRows None { get; } = new(0, 0, 0, 0, 0, 0, []);

    public long Rejected => Doubts.Count(doubt => doubt.Refused);

    public static MergedRows Sum(IReadOnlyList<MergedRows> shares) => new(
        shares.Sum(share => share.Added), shares.Sum(share => share.Updated), shares.Sum(share => share.Unchanged), shares.Sum(share => share.Again),
        shares.Sum(share => share.OptedOut), shares.Sum(share => share.Consented), [.. shares.SelectMany(share => share.Doubts)]);
}
