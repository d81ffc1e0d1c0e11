using LabsToGo.Domain.Messages;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Data.Deciding;

/// <summary>
/// How an open outcome is closed where Twilio does not tell: by a person, or by its proven absence. What is to be sent again gets a batch of its own.
/// </summary>
public static class UnknownDecisions
{
    /// <summary>
    /// A person closes open outcomes: they arrived, or they are sent again (the only way in which a text that may have been accepted is ever sent again).
    /// Of a canceled campaign nothing is sent again. Rides on <c>notable_messages (campaign_id, status, patient_id)</c>.
    /// </summary>
    /// <param name="messageId">One of them; null for all of the campaign.</param>
    /// <returns>How many were open.</returns>
    public static async Task<int> DecideUnknownAsync(
        this NpgsqlConnection connection, Guid campaignId, Guid? messageId, bool arrived, string decidedBy, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with decided as (
                update messages m set
                    status = case when @arrived then 'accepted' when c.status = 'canceled' then 'canceled' else 'pending' end,
                    reason = case when @arrived then left(@by || ' says that it arrived.', 400) end,
                    attempt_id = null,
                    history = case when @arrived or c.status <> 'canceled'
                        then jsonb_build_object(case when @arrived then '{MessageHistory.Arrived}' else '{MessageHistory.SentAgain}' end || @by, now())
                            || m.history
                        else m.history end,
                    updated_at = now()
                from notable_messages n
                join campaigns c on c.id = n.campaign_id
                where n.campaign_id = @campaign_id and n.status = 'unknown' and (@message_id is null or n.message_id = @message_id)
                    and m.id = n.message_id and m.status = 'unknown'
                returning m.id, m.organization_id, m.campaign_id, m.sender_id, m.segments, m.attempts, m.status
            ), again as (
                insert into batches (id, organization_id, campaign_id, sender_id, message_ids, segments, tries, due_at)
                select gen_random_uuid(), organization_id, campaign_id, sender_id, array[id], segments, attempts, now()
                from decided
                where status = 'pending'
            )
            select count(*)::int from decided
            """,
            connection);
        command.Parameters.AddWithValue("campaign_id", campaignId);
        command.Parameters.Add(new NpgsqlParameter("message_id", NpgsqlDbType.Uuid) { Value = (object?)messageId ?? DBNull.Value });
        command.Parameters.AddWithValue("arrived", arrived);
        command.Parameters.AddWithValue("by", decidedBy);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>
    /// Twilio was asked and does not have the message. For a lost claim, told so twice with a pause between, that is the proof: it is sent again.
    /// A POST of which Twilio itself left the outcome open (a 5xx, a timeout, a broken answer) stays unknown: it may still be at work on it.
    /// </summary>
    public static async Task RecordAbsentAsync(this NpgsqlDataSource dataSource, Guid messageId, Guid attemptId, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            with moved as (
                update messages set
                    status = case reason when 'worker_lost_absent' then 'pending' else status end,
                    attempt_id = case reason when 'worker_lost_absent' then null else attempt_id end,
                    reason = case reason when 'worker_lost' then 'worker_lost_absent' end,
                    history = case reason when 'worker_lost_absent' then jsonb_build_object('{MessageHistory.Absent}', now()) || history else history end,
                    updated_at = now()
                where id = $1 and attempt_id = $2 and status = 'unknown' and reason in ('worker_lost', 'worker_lost_absent')
                returning id, organization_id, campaign_id, sender_id, segments, attempts, status
            )
            insert into batches (id, organization_id, campaign_id, sender_id, message_ids, segments, tries, due_at)
            select gen_random_uuid(), organization_id, campaign_id, sender_id, array[id], segments, attempts, now()
            from moved
            where status = 'pending'
            """);
        command.Parameters.Add(new() { Value = messageId });
        command.Parameters.Add(new() { Value = attemptId });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
