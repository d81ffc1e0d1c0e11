using LabsToGo.Api.Patients.Imports.Merging;
using LabsToGo.Api.Patients.Imports.Reading;
using LabsToGo.Contracts.Http;
using LabsToGo.Data.Scheduling;
using LabsToGo.Domain.Patients.Importing;
using Npgsql;

namespace LabsToGo.Api.Patients.Imports;

/// <summary>Writes the patients of a stored file, chunk by chunk.</summary>
internal sealed class PatientImporter(
    ImportFiles files, ImportLayouts layouts, NpgsqlDataSource dataSource, KnownTimeZones zones, TimeProvider time, ILogger<PatientImporter> logger)
{
    /// <exception cref="ImportRefusedException">The file can't be imported, or not to its end.</exception>
    public async Task<ImportStatus> ImportAsync(NpgsqlConnection connection, ImportRun run)
    {
        await using var stored = await files.OpenAsync(run.ImportId);
        using var file = await ImportFile.OpenAsync(stored, CancellationToken.None);
        var columns = ColumnMap.Read(file.Headers, file.FirstRows, await layouts.FindAsync(run.OrganizationId, file.Headers));
        columns.RequireClear();
        await ImportStates.BeginAsync(connection, run, columns, CancellationToken.None);
        await using var lanes = await MergeLanes.OpenAsync(connection, dataSource, run, CancellationToken.None);
        var rows = new RowReader(file.Csv, columns, run.ConsentGiven, await zones.NamesAsync(CancellationToken.None), time);
        var writer = new ChunkWriter(lanes.All, run, logger);
        return await file.ForEachChunkAsync(rows, chunk => writer.WriteAsync(chunk, CancellationToken.None), CancellationToken.None) > 0
            ? ImportStatus.Completed
            : throw new ImportRefusedException("The file has a header row, but no patient below it.");
    }
}
