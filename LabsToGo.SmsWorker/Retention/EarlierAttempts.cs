using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.SmsWorker.Retention;

/// <summary>Texts that did not arrive and were sent again: of each only the last one is kept at Twilio.</summary>
internal static class EarlierAttempts
{
    /// <summary>Some that still stand there.</summary>
    public static Task<List<TwilioCopy>> EarlierCopiesAsync(this NpgsqlDataSource dataSource, int limit, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<TwilioCopy>(
            "select id, provider_sid as sid, null::uuid as patient_id from earlier_attempts where redacted_at is null limit @limit", new { limit },
            cancellationToken);

    public static async Task EarlierAttemptsAreRedactedAsync(
        this NpgsqlDataSource dataSource, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("update earlier_attempts set redacted_at = now() where id = any($1)");
        command.Parameters.Add(new() { Value = ids.ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
