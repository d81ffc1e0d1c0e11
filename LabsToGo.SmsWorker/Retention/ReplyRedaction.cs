using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.SmsWorker.Retention;

/// <summary>
/// Patients' texts go after as many days as ours. They ride on <c>replies (organization_id, received_at, id)</c>, which holds those that are not redacted.
/// </summary>
internal static class ReplyRedaction
{
    private const string Old =
        "join organizations o on o.id = r.organization_id where r.redacted_at is null and " +
        "r.received_at < now() - make_interval(days => o.message_retention_days)";

    /// <summary>Deletes the texts here.</summary>
    public static async Task DeleteRepliesAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand($"update replies set body = '' where id in (select r.id from replies r {Old} and r.body <> '')");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Some that still stand at Twilio, the oldest first.</summary>
    public static Task<List<TwilioCopy>> CopiesOfRepliesAsync(this NpgsqlDataSource dataSource, int limit, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<TwilioCopy>(
            $"select r.id, r.provider_sid as sid, r.patient_id from replies r {Old} and r.body = '' order by r.received_at limit @limit", new { limit },
            cancellationToken);

    public static async Task RepliesAreRedactedAsync(this NpgsqlDataSource dataSource, IReadOnlyCollection<Guid> replyIds, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("update replies set redacted_at = now() where id = any($1)");
        command.Parameters.Add(new() { Value = replyIds.ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
