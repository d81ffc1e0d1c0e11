using Npgsql;

namespace LabsToGo.Data.Sending;

public static class ClaimReleasing
{
    /// <summary>
    /// Gives back a claim under which no POST was begun: the rows are due again at once, and the attempt does not count. Only the claim's holder may call this.
    /// Rides on <c>messages (lease_until)</c>, which holds claimed and unknown rows only.
    /// </summary>
    public static async Task ReleaseClaimAsync(this NpgsqlDataSource dataSource, Guid attemptId, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            update messages set status = 'pending', attempts = attempts - 1, attempt_id = null, due_at = now(), lease_until = null, updated_at = now()
            where lease_until is not null and attempt_id = $1 and status = 'sending'
            """);
        command.Parameters.Add(new() { Value = attemptId });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
