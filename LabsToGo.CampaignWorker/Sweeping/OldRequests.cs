using LabsToGo.Data.Idempotency;
using Npgsql;

namespace LabsToGo.CampaignWorker.Sweeping;

internal static class OldRequests
{
    /// <summary>Forgets what nobody will ask for again. Rides on the index of <c>created_at</c>.</summary>
    public static async Task ForgetOldRequestsAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("delete from idempotent_requests where created_at < now() - $1");
        command.Parameters.Add(new() { Value = IdempotentRequest.Kept });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
