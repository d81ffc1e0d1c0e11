using Npgsql;

namespace LabsToGo.CampaignWorker.Sweeping;

internal static class AuditPruning
{
    /// <summary>Removes what each organization need not keep any more, from the front of its audit log; the chain of what is left holds.</summary>
    /// <returns>Entries removed.</returns>
    public static async Task<long> PruneAuditLogsAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            "select coalesce(sum(prune_audit_log(id, now() - make_interval(years => audit_retention_years))), 0)::bigint from organizations");
        command.CommandTimeout = 600;
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
