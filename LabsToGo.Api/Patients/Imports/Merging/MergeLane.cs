using LabsToGo.Data;
using LabsToGo.Domain.Patients.Importing;
using Npgsql;

namespace LabsToGo.Api.Patients.Imports.Merging;

/// <summary>One connection's share of a chunk: the rows of some numbers, in a transaction of its own.</summary>
internal sealed class MergeLane(NpgsqlConnection connection, ImportRun run)
{
    private List<ImportRow> _rows = [];
    private long _unchanged;

    public NpgsqlConnection Connection => connection;

    public async Task StageAsync(List<ImportRow> rows, CancellationToken cancellationToken)
    {
        _rows = rows;
        await ChunkStaging.FillAsync(connection, rows, cancellationToken);
    }

    /// <param name="beside">Other lanes are at work on the same chunk: one of them may hold what this one needs, and would wait for this one in its
    /// turn.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task MergePatientsAsync(bool beside, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var setting in ChunkMerge.PlanByIndex.Split(';'))
            batch.BatchCommands.Add(new NpgsqlBatchCommand(setting));
        if (beside)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(ChunkMerge.WaitForNobody));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(ChunkMerge.LedgerIsHeld));
        }
        if (_rows.Exists(row => row.ExternalId is not null))
            batch.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.MatchByExternalId(), run));
        batch.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.MatchByPhone(), run));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ChunkMerge.TakeTurns));
        batch.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.RememberKnown, run));
        batch.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.UpdateKnown, run));
        batch.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.UpdateSecond, run));
        batch.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.InsertNew, run));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        _unchanged = reader.GetInt64(0);
        // What fails behind the first answer is told here.
        while (await reader.NextResultAsync(cancellationToken))
        {
        }
    }

    public async Task<MergedRows> RecordConsentAsync(CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        var consents = _rows.Exists(row => row.Consent is not null);
        if (consents)
            batch.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.RecordConsent, run));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ChunkMerge.Count));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ChunkMerge.Doubtful));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var (optedOut, consented) = (0L, 0L);
        if (consents)
        {
            await reader.ReadAsync(cancellationToken);
            (optedOut, consented) = (reader.GetInt64(0), reader.GetInt64(1));
            await reader.NextResultAsync(cancellationToken);
        }
        await reader.ReadAsync(cancellationToken);
        var (added, known, again) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
        await reader.NextResultAsync(cancellationToken);
        var doubts = await ReadDoubtsAsync(reader, cancellationToken);
        return new MergedRows(added, known - _unchanged, _unchanged, again, optedOut, consented, doubts);
    }

    /// <summary>The answer to <see cref="ChunkMerge.Doubtful"/>.</summary>
    public static async Task<List<RowProblem>> ReadDoubtsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        List<RowProblem> doubts = [];
        while (await reader.ReadAsync(cancellationToken))
            doubts.Add(RowDoubts.Of(reader.GetInt64(0), reader.IsDBNull(1) ? RowDoubt.Similar : StoredEnum.Parse<RowDoubt>(reader.GetString(1))));
        return doubts;
    }
}
