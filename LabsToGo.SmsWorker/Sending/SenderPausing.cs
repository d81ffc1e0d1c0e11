using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.SmsWorker.Sending;

internal static class SenderPausing
{
    /// <summary>Stops a sender whose number Twilio refuses, or all of them. Rows stay pending until a person has mended that and resumes it.</summary>
    /// <param name="senderId">Null for all: there is one account.</param>
    /// <returns>How many were not paused before.</returns>
    public static async Task<int> PauseSendersAsync(this NpgsqlDataSource dataSource, Guid? senderId, string reason)
    {
        await using var command = dataSource.CreateCommand(
            "update senders set status = 'paused', pause_reason = $2 where status = 'active' and id = coalesce($1, id)");
        command.Parameters.Add(new() { Value = (object?)senderId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = reason });
        return await command.ExecuteNonQueryAsync();
    }
}
