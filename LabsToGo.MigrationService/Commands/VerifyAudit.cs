using LabsToGo.Data.Auditing;
using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.MigrationService.Commands;

/// <summary>The command <c>verify-audit</c>: whether every organization's audit log is as it was written.</summary>
internal static class VerifyAudit
{
    public static async Task<int> RunAsync(OperatorCall call, CancellationToken cancellationToken)
    {
        await using var connection = await call.Administrator.OpenConnectionAsync(cancellationToken);
        var broken = 0;
        var organizations = await OrganizationsAsync(connection, cancellationToken);
        if (organizations.Count == 0)
            await call.Output.WriteLineAsync("No organization has an entry yet.");
        foreach (var (id, name) in organizations)
        {
            var (entries, brokenAt, problem) = await connection.VerifyAuditLogAsync(id, cancellationToken);
            await call.Output.WriteLineAsync(
                brokenAt is null ? $"{name} ({id}): {entries:N0} entries, all as they were written" : $"{name} ({id}): BROKEN at entry {brokenAt}: {problem}");
            broken += brokenAt is null ? 0 : 1;
        }
        return broken > 0 ? 1 : 0;
    }

    /// <summary>Also those that only the log knows any more.</summary>
    private static Task<List<(Guid Id, string Name)>> OrganizationsAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.ReadAsync<(Guid, string)>(
            "select h.organization_id, coalesce(o.name, 'unknown organization') from audit_heads h left " +
            "join organizations o on o.id = h.organization_id order by 2, 1", null, cancellationToken);
}
