using LabsToGo.Data.Erasing;
using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.SmsWorker.Retention;

/// <summary>
/// Texts of campaigns that ended long ago go: here at once, at Twilio one by one. A row counts as redacted when both is done, so a stop at any point goes on
/// from there. All of it walks <c>messages (campaign_id, patient_id)</c> in its order.
/// </summary>
internal static class CampaignRedaction
{
    /// <summary>Campaigns whose organization's time for texts is over, the oldest first.</summary>
    public static Task<List<Guid>> CampaignsToRedactAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<Guid>(
            """
            select c.id from campaigns c
            join organizations o on o.id = c.organization_id
            where c.redacted_at is null and c.completed_at < now() - make_interval(days => o.message_retention_days)
            order by c.completed_at
            """,
            null,
            cancellationToken);

    /// <summary>
    /// Deletes the next texts here; what never was at Twilio is redacted with that. So is a person's word on an open outcome, which names that person:
    /// of the rows that ended well only <c>sent_unconfirmed</c> can have one.
    /// </summary>
    /// <param name="after">The last patient of the part before.</param>
    /// <returns>The last patient of this part; null when there was nothing left.</returns>
    public static async Task<Guid?> DeleteTextsAsync(
        this NpgsqlDataSource dataSource, Guid campaignId, Guid after, int limit, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            with ended as (
                select id, patient_id from messages
                where campaign_id = $1 and patient_id > $2 and redacted_at is null and (body <> '' or provider_sid is null)
                    and status in ({EndedMessages.States})
                order by patient_id
                limit $3
            ), deleted as (
                update messages m set
                    body = '',
                    reason = case when m.status = 'sent_unconfirmed' then null else m.reason end,
                    redacted_at = case when m.provider_sid is null then now() end
                from ended
                where m.id = ended.id
            )
            select patient_id from ended order by patient_id desc limit 1
            """);
        command.Parameters.Add(new() { Value = campaignId });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = limit });
        return (Guid?)await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>The next texts that still stand at Twilio.</summary>
    public static Task<List<TwilioCopy>> CopiesOfCampaignAsync(
        this NpgsqlDataSource dataSource, Guid campaignId, Guid after, int limit, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<TwilioCopy>(
            $"""
            select id, provider_sid as sid, patient_id from messages
            where campaign_id = @campaignId and patient_id > @after and redacted_at is null and provider_sid is not null and status in ({EndedMessages.States})
            order by patient_id
            limit @limit
            """,
            new { campaignId, after, limit },
            cancellationToken);

    /// <summary>Their copies at Twilio are gone. A row that ended since the texts were deleted here loses its own now. Rides on the primary key.</summary>
    public static async Task MessagesAreRedactedAsync(
        this NpgsqlDataSource dataSource, IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("update messages set body = '', redacted_at = now() where id = any($1)");
        command.Parameters.Add(new() { Value = messageIds.ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A text to one patient that was never planned stands in its campaign, and goes with that.</summary>
    /// <returns>False while a row is left: an open outcome, or one that Twilio would not redact yet.</returns>
    public static async Task<bool> CompleteRedactionAsync(this NpgsqlDataSource dataSource, Guid campaignId, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            update campaigns set redacted_at = now(), template = case when kind = 'reply' then '' else template end
            where id = $1 and not exists (select from messages where campaign_id = $1 and redacted_at is null)
            """);
        command.Parameters.Add(new() { Value = campaignId });
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }
}
