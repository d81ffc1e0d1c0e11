using LabsToGo.Api.Patients.Imports.Merging;
using LabsToGo.Domain.Patients.Importing;
using Npgsql;

namespace LabsToGo.Api.Patients.Imports.Reviewing;

/// <summary>Says what an import would do with each chunk, and writes nothing that anybody else sees. It waits for nobody, and nobody waits for it.</summary>
internal sealed class DryRun(NpgsqlConnection connection, ImportRun run)
{
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await ChunkStaging.CreateAsync(connection, cancellationToken);
        await using var command = new NpgsqlCommand(DryRunSql.CreateShadow, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<MergedRows> TryAsync(ImportChunk chunk, CancellationToken cancellationToken)
    {
        if (chunk.Rows.Count == 0)
            return MergedRows.None;
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ChunkStaging.FillAsync(connection, chunk.Rows, cancellationToken);
        await using (var match = new NpgsqlBatch(connection))
        {
            foreach (var setting in DryRunSql.PlanByIndex.Split(';'))
                match.BatchCommands.Add(new NpgsqlBatchCommand(setting));
            match.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.MatchByExternalId(DryRunSql.Patients), run));
            match.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.MatchByPhone(DryRunSql.Patients), run));
            match.BatchCommands.Add(new NpgsqlBatchCommand(ChunkMerge.TakeTurns));
            await match.ExecuteNonQueryAsync(cancellationToken);
        }
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(DryRunSql.Count));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ChunkMerge.Doubtful));
        batch.BatchCommands.Add(ChunkMerge.Command(DryRunSql.RecordConsent, run));
        batch.BatchCommands.Add(ChunkMerge.Command(DryRunSql.UpdateKnown, run));
        batch.BatchCommands.Add(ChunkMerge.Command(DryRunSql.UpdateSecond, run));
        batch.BatchCommands.Add(ChunkMerge.Command(DryRunSql.InsertNew, run));
        var merged = await ReadAsync(batch, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return merged;
    }

    private static async Task<MergedRows> ReadAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (added, updated, unchanged, again) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
        await reader.NextResultAsync(cancellationToken);
        var doubts = await MergeLane.ReadDoubtsAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (optedOut, consented) = (reader.GetInt64(0), reader.GetInt64(1));
        // What fails behind the last answer is told here.
        while (await reader.NextResultAsync(cancellationToken))
        {
        }
        return new MergedRows(added, updated, unchanged, again, optedOut, consented, doubts);
    }
}
