using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.SmsWorker.Reconciling;

internal static class SweptNumbers
{
    /// <summary>Retired ones, too: who was texted from them may answer.</summary>
    public static Task<List<SweptNumber>> SweptNumbersAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<SweptNumber>(
            "select phone, min(replies_read_until) as read_until from senders group by phone", new { }, cancellationToken);

    public static async Task SetReadUntilAsync(this NpgsqlConnection connection, SweptNumber number, CancellationToken cancellationToken) =>
        await connection.WriteAsync(
            "update senders set replies_read_until = @ReadUntil where phone = @Phone and replies_read_until < @ReadUntil", number, cancellationToken);
}
