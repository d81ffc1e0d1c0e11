using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Data.Importing;

/// <summary>Writes a chunk, its refused rows and the import's progress, all or nothing.</summary>
internal sealed class ChunkWriter(NpgsqlConnection connection, ImportRun run)
{
    /// <summary>Refused rows kept per import; those beyond it are counted only. A file with more of them needs another look as a whole.</summary>
    public const int MostProblems = 100_000;

    private long _problems;

    public async Task WriteAsync(ImportChunk chunk, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (added, updated, again) = chunk.Rows.Count > 0 ? await MergeAsync(chunk, cancellationToken) : (0, 0, 0);
        await WriteProblemsAsync(chunk, cancellationToken);
        await using var progress = new NpgsqlCommand(
            """
            update patient_imports set
                bytes_read = @bytes_read, rows_read = rows_read + @rows, added = added + @added, updated = updated + @updated,
                duplicates = duplicates + @duplicates, rejected = rejected + @rejected
            where id = @import_id
            """,
            connection);
        progress.Parameters.AddWithValue("bytes_read", chunk.BytesRead);
        progress.Parameters.AddWithValue("rows", chunk.RowsRead);
        progress.Parameters.AddWithValue("added", added);
        progress.Parameters.AddWithValue("updated", updated);
        progress.Parameters.AddWithValue("duplicates", chunk.Duplicates + again);
        progress.Parameters.AddWithValue("rejected", (long)chunk.Problems.Count);
        progress.Parameters.AddWithValue("import_id", run.ImportId);
        await progress.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<(long Added, long Updated, long Again)> MergeAsync(ImportChunk chunk, CancellationToken cancellationToken)
    {
        await ChunkStaging.FillAsync(connection, chunk.Rows, cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var setting in ChunkMerge.PlanByIndex.Split(';'))
            batch.BatchCommands.Add(new NpgsqlBatchCommand(setting));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(PatientChanges.Lock) { Parameters = { new("organization_id", run.OrganizationId.ToString()) } });
        if (chunk.Rows.Exists(row => row.ExternalId is not null))
            batch.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.MatchByExternalId, run));
        batch.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.MatchByPhone, run));
        batch.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.UpdateKnown, run));
        batch.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.InsertNew, run));
        if (chunk.Rows.Exists(row => row.Consent is not null))
        {
            batch.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.LockLedger, run));
            batch.BatchCommands.Add(ChunkMerge.Command(ChunkMerge.RecordConsent, run));
        }
        await batch.ExecuteNonQueryAsync(cancellationToken);

        await using var count = new NpgsqlCommand(ChunkMerge.Count, connection);
        await using var reader = await count.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    private async Task WriteProblemsAsync(ImportChunk chunk, CancellationToken cancellationToken)
    {
        var kept = chunk.Problems.Take((int)Math.Clamp(MostProblems - _problems, 0, ImportChunk.Full)).ToList();
        if (kept.Count == 0)
            return;
        await using var command = new NpgsqlCommand(
            """
            insert into patient_import_errors (import_id, number, organization_id, line, "column", reason)
            select @import_id, @before + p.n, @organization_id, p.line, p.header, p.reason
            from unnest(@lines, @columns, @reasons) with ordinality as p (line, header, reason, n)
            """,
            connection);
        command.Parameters.AddWithValue("import_id", run.ImportId);
        command.Parameters.AddWithValue("organization_id", run.OrganizationId);
        command.Parameters.AddWithValue("before", _problems);
        command.Parameters.AddWithValue("lines", NpgsqlDbType.Array | NpgsqlDbType.Bigint, kept.ConvertAll(problem => problem.Line));
        command.Parameters.AddWithValue("columns", NpgsqlDbType.Array | NpgsqlDbType.Text, kept.ConvertAll(problem => problem.Column));
        command.Parameters.AddWithValue("reasons", NpgsqlDbType.Array | NpgsqlDbType.Text, kept.ConvertAll(problem => problem.Reason));
        await command.ExecuteNonQueryAsync(cancellationToken);
        _problems += kept.Count;
    }
}
