using LabsToGo.Api.Patients.Imports.Merging;
using LabsToGo.Api.Patients.Imports.Reading;
using LabsToGo.Contracts.Http;
using LabsToGo.Data.Scheduling;
using LabsToGo.Domain.Patients.Importing;
using Npgsql;

namespace LabsToGo.Api.Patients.Imports.Reviewing;

/// <summary>Looks a stored file through, so that a person sees what would become of it, and is asked what nobody else can say.</summary>
internal sealed class ImportReview(ImportFiles files, ImportLayouts layouts, KnownTimeZones zones, TimeProvider time)
{
    /// <exception cref="ImportRefusedException">The file can't be imported, whatever is said of its columns.</exception>
    public async Task<ImportStatus> LookThroughAsync(NpgsqlConnection connection, ImportRun run)
    {
        await using var stored = await files.OpenAsync(run.ImportId);
        using var file = await ImportFile.OpenAsync(stored, CancellationToken.None);
        var columns = ColumnMap.Read(file.Headers, file.FirstRows, await layouts.FindAsync(run.OrganizationId, file.Headers));
        await ImportStates.ResetAsync(connection, run.ImportId, ReviewedColumns.Of(columns, new UnclearWords()), CancellationToken.None);
        if (columns[PatientField.Phone] >= 0)
            await TryAsync(connection, run, file, columns);
        return ImportStatus.InReview;
    }

    private async Task TryAsync(NpgsqlConnection connection, ImportRun run, ImportFile file, ColumnMap columns)
    {
        var (dryRun, progress) = (new DryRun(connection, run), new ImportProgress(connection, run));
        await dryRun.BeginAsync(CancellationToken.None);
        var rows = new RowReader(file.Csv, columns, run.ConsentGiven, await zones.NamesAsync(CancellationToken.None), time);
        var count = await file.ForEachChunkAsync(
            rows,
            async chunk => progress.Keep(await progress.WriteAsync(chunk, await dryRun.TryAsync(chunk, CancellationToken.None), CancellationToken.None)),
            CancellationToken.None);
        if (count == 0)
            throw new ImportRefusedException("The file has a header row, but no patient below it.");
        await ImportStates.ShowColumnsAsync(connection, run.ImportId, ReviewedColumns.Of(columns, rows.Unclear), CancellationToken.None);
    }
}
