using Npgsql;

namespace LabsToGo.Data.Auditing;

/// <summary>Looks for entries of an audit log that were changed, removed or put in.</summary>
public static class AuditVerification
{
    /// <param name="connection">Opened for the organization.</param>
    /// <returns>How many entries there are, and the first number at which the chain does not hold, with the reason; null when it holds.</returns>
    public static async Task<(long Entries, long? BrokenAt, string? Problem)> VerifyAuditLogAsync(
        this NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select entries, broken_at, problem from verify_audit_log($1)", connection)
        {
            Parameters = { new() { Value = organizationId } },
            CommandTimeout = 600,
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetString(2));
    }
}
