using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Data.Reconciling;

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
            """
            with decided as (
                update messages m set
                    status = case when @arrived then 'accepted' when c.status = 'canceled' then 'canceled' else 'pending' end,
                    reason = case when @arrived then left(@by || ' says that it arrived.', 400) end,
                    attempt_id = null,
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
}
