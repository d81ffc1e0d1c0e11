using LabsToGo.Domain.Patients.Importing;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Api.Patients.Imports.Merging;

/// <summary>Writes how far an import is, or its review, and what is wrong with its rows.</summary>
internal sealed class ImportProgress(NpgsqlConnection connection, ImportRun run)
{
    /// <summary>
    /// Refused rows and remarks that are kept per import; those beyond it are counted only. A file with more of them needs another look as a whole.
    /// </summary>
    public const int MostProblems = 100_000;

    private long _problems;

    /// <summary>In the transaction of the chunk.</summary>
    /// <returns>How many problems were written: to be kept once the transaction has committed.</returns>
    public async Task<int> WriteAsync(ImportChunk chunk, MergedRows merged, CancellationToken cancellationToken)
    {
        await CountAsync(chunk, merged, cancellationToken);
        return await WriteProblemsAsync(chunk.Problems.Concat(merged.Doubts), cancellationToken);
    }

    public void Keep(int problems) => _problems += problems;

    private async Task CountAsync(ImportChunk chunk, MergedRows merged, CancellationToken cancellationToken)
    {
        await using var progress = new NpgsqlCommand(
            """
            update patient_imports set
                bytes_read = @bytes_read, rows_read = rows_read + @rows, added = added + @added, updated = updated + @updated,
                unchanged = unchanged + @unchanged, opted_out = opted_out + @opted_out, consented = consented + @consented,
                duplicates = duplicates + @duplicates, rejected = rejected + @rejected, remarks = remarks + @remarks
            where id = @import_id
            """,
            connection);
        progress.Parameters.AddWithValue("bytes_read", chunk.BytesRead);
        progress.Parameters.AddWithValue("rows", chunk.RowsRead);
        progress.Parameters.AddWithValue("added", merged.Added);
        progress.Parameters.AddWithValue("updated", merged.Updated);
        progress.Parameters.AddWithValue("unchanged", merged.Unchanged);
        progress.Parameters.AddWithValue("opted_out", merged.OptedOut);
        progress.Parameters.AddWithValue("consented", merged.Consented);
        progress.Parameters.AddWithValue("duplicates", chunk.Duplicates + merged.Again);
        progress.Parameters.AddWithValue("rejected", chunk.Rejected + merged.Rejected);
        progress.Parameters.AddWithValue("remarks", chunk.Remarks + merged.Doubts.Count - merged.Rejected);
        progress.Parameters.AddWithValue("import_id", run.ImportId);
        await progress.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<int> WriteProblemsAsync(IEnumerable<RowProblem> problems, CancellationToken cancellationToken)
    {
        var kept = problems.Take((int)Math.Max(MostProblems - _problems, 0)).ToList();
        if (kept.Count == 0)
            return 0;
        await using var command = new NpgsqlCommand(
            """
            insert into patient_import_errors (import_id, number, organization_id, line, "column", reason, refused)
            select @import_id, @before + p.n, @organization_id, p.line, p.header, p.reason, p.refused
            from unnest(@lines, @columns, @reasons, @refused) with ordinality as p (line, header, reason, refused, n)
            """,
            connection);
        command.Parameters.AddWithValue("import_id", run.ImportId);
        command.Parameters.AddWithValue("organization_id", run.OrganizationId);
        command.Parameters.AddWithValue("before", _problems);
        command.Parameters.AddWithValue("lines", NpgsqlDbType.Array | NpgsqlDbType.Bigint, kept.ConvertAll(problem => problem.Line));
        command.Parameters.AddWithValue("columns", NpgsqlDbType.Array | NpgsqlDbType.Text, kept.ConvertAll(problem => problem.Column));
        command.Parameters.AddWithValue("reasons", NpgsqlDbType.Array | NpgsqlDbType.Text, kept.ConvertAll(problem => problem.Reason));
        command.Parameters.AddWithValue("refused", NpgsqlDbType.Array | NpgsqlDbType.Boolean, kept.ConvertAll(problem => problem.Refused));
        await command.ExecuteNonQueryAsync(cancellationToken);
        return kept.Count;
    }
}
