using LabsToGo.Data.Consent;
using LabsToGo.Domain.Patients.Importing;
using Npgsql;

namespace LabsToGo.Api.Patients.Imports.Merging;

/// <summary>
/// Writes a chunk, what is wrong with its rows, and the import's progress. The rows are shared out by their numbers among several connections, so that
/// Postgres works on more than one core; the first one holds the lock on the organization's patients until all have committed, and commits last, with the
/// progress: a chunk that was cut off between two commits is not counted, and does no harm when the file comes again.
/// </summary>
/// <param name="lanes">The first one has the context's own connection.</param>
internal sealed partial class ChunkWriter(IReadOnlyList<MergeLane> lanes, ImportRun run, ILogger logger)
{
    /// <summary>Fewer rows are merged by one connection before others have begun.</summary>
    private const int WorthSharing = 500;

    private readonly ImportProgress _progress = new(lanes[0].Connection, run);

    private NpgsqlConnection First => lanes[0].Connection;

    public async Task WriteAsync(ImportChunk chunk, CancellationToken cancellationToken)
    {
        MergeLane[] alone = [lanes[0]];
        var among = chunk.Rows.Count < WorthSharing ? alone : lanes;
        try
        {
            await WriteAsync(chunk, among, cancellationToken);
        }
        catch (PostgresException exception) when (among.Count > 1 && IsBetweenLanes(exception))
        {
            Log.OneLane(logger, run.ImportId, exception.SqlState);
            await WriteAsync(chunk, alone, cancellationToken);
        }
    }

    private async Task WriteAsync(ImportChunk chunk, IReadOnlyList<MergeLane> among, CancellationToken cancellationToken)
    {
        var transactions = new List<NpgsqlTransaction>();
        try
        {
            foreach (var lane in among)
                transactions.Add(await lane.Connection.BeginTransactionAsync(cancellationToken));
            var merged = chunk.Rows.Count > 0 ? await MergeAsync(chunk, among, cancellationToken) : MergedRows.None;
            var problems = await _progress.WriteAsync(chunk, merged, cancellationToken);
            foreach (var transaction in transactions.AsEnumerable().Reverse())
                await transaction.CommitAsync(cancellationToken);
            _progress.Keep(problems);
        }
        finally
        {
            foreach (var transaction in transactions)
                await transaction.DisposeAsync();
        }
    }

    private async Task<MergedRows> MergeAsync(ImportChunk chunk, IReadOnlyList<MergeLane> among, CancellationToken cancellationToken)
    {
        var shares = chunk.Rows.ToLookup(row => (int)((uint)string.GetHashCode(row.Phone, StringComparison.Ordinal) % (uint)among.Count));
        await Task.WhenAll(among.Select((lane, number) => lane.StageAsync([.. shares[number]], cancellationToken)));
        await ExecuteAsync(PatientChanges.Lock, cancellationToken);
        await Task.WhenAll(among.Select(lane => lane.MergePatientsAsync(beside: among.Count > 1, cancellationToken)));
        if (chunk.Rows.Exists(row => row.Consent is not null))
            await ExecuteAsync(ConsentLedger.Lock, cancellationToken);
        return MergedRows.Sum(await Task.WhenAll(among.Select(lane => lane.RecordConsentAsync(cancellationToken))));
    }

    /// <summary>Two rows of one patient under two numbers: one lane waits for the other's row, or finds its external id taken.</summary>
    private static bool IsBetweenLanes(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation;

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, First);
        if (sql.Contains("@organization_id", StringComparison.Ordinal))
            command.Parameters.AddWithValue("organization_id", run.OrganizationId.ToString());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Information, "A chunk of import {ImportId} holds the same patient under two numbers ({SqlState}), so it is merged by one connection")]
        public static partial void OneLane(ILogger logger, Guid importId, string sqlState);
    }
}
