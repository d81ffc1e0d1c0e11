using Npgsql;

namespace LabsToGo.SmsWorker.Sending;

internal static class SenderPausing
{
    /// <summary>Stops a sender whose account or number Twilio refuses. Its rows stay pending until a person has mended that and resumes it.</summary>
    public static async Task PauseSenderAsync(this NpgsqlDataSource dataSource, Guid senderId, string reason, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("update senders set status = 'paused', pause_reason = $2 where id = $1 and status = 'active'");
        command.Parameters.Add(new() { Value = senderId });
        command.Parameters.Add(new() { Value = reason });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
