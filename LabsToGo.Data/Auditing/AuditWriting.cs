using System.Net;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Data.Auditing;

public static class AuditWriting
{
    /// <summary>Adds one entry; number, time and hash come from the database, which lets one writer of an organization in at a time.</summary>
    public static async Task WriteAuditEntryAsync(
        this NpgsqlConnection connection,
        Guid organizationId,
        Guid? actorId,
        string actor,
        string action,
        Guid? subjectId,
        string outcome,
        IPAddress? address,
        string traceId,
        CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand("select set_config('app.organization_id', $1, false)") { Parameters = { new() { Value = organizationId.ToString() } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            insert into audit_entries (organization_id, actor_id, actor, action, subject_id, outcome, address, trace_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """)
        {
            Parameters =
            {
                new() { Value = organizationId },
                new() { Value = (object?)actorId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new() { Value = actor },
                new() { Value = action },
                new() { Value = (object?)subjectId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new() { Value = outcome },
                new() { Value = (object?)address ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Inet },
                new() { Value = traceId },
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
