using LabsToGo.Data;
using LabsToGo.Domain.Campaigns;
using Npgsql;

namespace LabsToGo.Api.Campaigns.Progress;

internal static class CampaignStandings
{
    /// <summary>
    /// Reads any number of campaigns in one statement, whatever their size: the counters are kept, the first batch of each sender is the
    /// first entry of the dispatcher's index, and few batches are out at any time.
    /// </summary>
    public static async Task<List<CampaignStanding>> ReadStandingsAsync(this NpgsqlConnection connection, IReadOnlyCollection<Guid> campaignIds, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select c.id, c.status, c.status_note, c.planned_at is not null, o.sending_stopped_at is not null or o.operator_stopped_at is not null, c.started_at,
                coalesce(n.total, 0), greatest(coalesce(n.pending, 0) - sending.messages, 0), sending.messages, coalesce(n.unknown, 0), coalesce(n.accepted, 0), coalesce(n.sent, 0),
                coalesce(n.delivered, 0), coalesce(n.sent_unconfirmed, 0), coalesce(n.undelivered, 0), coalesce(n.failed, 0), coalesce(n.skipped, 0),
                coalesce(n.canceled, 0), coalesce(n.expired, 0),
                waiting.first_due, case when waiting.all_paused then waiting.paused_sender end, now(),
                c.status = 'draft' and c.approval_requested_by is not null
            from campaigns c
            join organizations o on o.id = c.organization_id
            left join campaign_counters n on n.campaign_id = c.id
            left join lateral (
                select min(first.due_at) as first_due, bool_and(s.status = 'paused') as all_paused, min(s.label) filter (where s.status = 'paused') as paused_sender
                from senders s
                cross join lateral (
                    select b.due_at from batches b
                    where b.campaign_id = c.id and b.sender_id = s.id and b.attempt_id is null
                    order by b.due_at
                    limit 1
                ) first
                where s.organization_id = c.organization_id
            ) waiting on c.status in ('planning', 'running')
            cross join lateral (
                select coalesce(sum(cardinality(b.message_ids)), 0) as messages
                from batches b
                join senders s on s.id = b.sender_id and s.organization_id = c.organization_id
                where b.campaign_id = c.id and b.handed_at is not null and b.attempt_id is not null
            ) sending
            where c.id = any($1)
            """,
            connection);
        command.Parameters.Add(new() { Value = campaignIds.ToArray() });

        var standings = new List<CampaignStanding>(campaignIds.Count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            standings.Add(new CampaignStanding(
                reader.GetGuid(0),
                StoredEnum.Parse<CampaignStatus>(reader.GetString(1)),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.GetBoolean(3),
                reader.GetBoolean(4),
                Moment(reader, 5),
                reader.GetInt64(6),
                reader.GetInt64(7),
                reader.GetInt64(8),
                reader.GetInt64(9),
                reader.GetInt64(10),
                reader.GetInt64(11),
                reader.GetInt64(12),
                reader.GetInt64(13),
                reader.GetInt64(14),
                reader.GetInt64(15),
                reader.GetInt64(16),
                reader.GetInt64(17),
                reader.GetInt64(18),
                Moment(reader, 19),
                reader.IsDBNull(20) ? null : reader.GetString(20),
                reader.GetFieldValue<DateTimeOffset>(21),
                reader.GetBoolean(22)));
        }
        return standings;
    }

    private static DateTimeOffset? Moment(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
