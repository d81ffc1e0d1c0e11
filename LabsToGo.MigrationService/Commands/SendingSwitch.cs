using LabsToGo.Data.Auditing;
using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.MigrationService.Commands;

/// <summary>
/// The commands <c>stop-sending</c> and <c>resume-sending</c>, for all organizations. What an organization stopped itself is neither touched nor let go on.
/// </summary>
internal static class SendingSwitch
{
    public static async Task<int> StopAsync(OperatorCall call, CancellationToken cancellationToken)
    {
        var stopped = await SwitchAsync(
            call.Administrator,
            "update organizations set operator_stopped_at = now() where operator_stopped_at is null returning id, name",
            "organization.stop-sending",
            cancellationToken);
        foreach (var name in stopped)
            await call.Output.WriteLineAsync($"{name}: stopped. What had been handed to Twilio before is delivered; nothing else leaves.");
        if (stopped.Count == 0)
            await call.Output.WriteLineAsync("All sending was stopped already.");
        return 0;
    }

    public static async Task<int> ResumeAsync(OperatorCall call, CancellationToken cancellationToken)
    {
        var resumed = await SwitchAsync(
            call.Administrator,
            """
            update organizations set operator_stopped_at = null where operator_stopped_at is not null
            returning id, name || case when sending_stopped_at is null then ': sends again.' else ': its own people have stopped it as well,
                and it stays stopped until they let it go on.' end
            """,
            "organization.resume-sending",
            cancellationToken);
        foreach (var line in resumed)
            await call.Output.WriteLineAsync(line);
        if (resumed.Count == 0)
            await call.Output.WriteLineAsync("Nothing was stopped by the operator.");
        return 0;
    }

    /// <returns>The second column of what the update returned.</returns>
    private static async Task<List<string>> SwitchAsync(NpgsqlDataSource administrator, string update, string action, CancellationToken cancellationToken)
    {
        await using var connection = await administrator.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var changed = await connection.ReadAsync<(Guid Id, string Text)>(update, null, cancellationToken);
        // The staff see in their own log who it was; of a change that is not in the log there is none.
        foreach (var (id, _) in changed)
            await connection.WriteAuditEntryAsync(
                id, actorId: null, "operator", action, subjectId: null, outcome: "", address: null, traceId: "", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [.. changed.Select(each => each.Text).Order(StringComparer.CurrentCulture)];
    }
}
