using LabsToGo.Domain.Messages;
using Npgsql;

namespace LabsToGo.SmsWorker.Sending;

internal static class BatchClaiming
{
    internal const string ClaimSql =
        """
        with gate as materialized (
            select b.id, b.organization_id, b.campaign_id, b.sender_id, b.message_ids, b.tries, b.counted_on, c.expires_at, c.kind,
                s.phone as sender_phone, o.opens, o.closes
            from batches b
            join campaigns c on c.id = b.campaign_id
            join organizations o on o.id = b.organization_id
            join senders s on s.id = b.sender_id
            where b.id = @batch_id and b.attempt_id is null and b.due_at <= now()
                and c.status in ('planning', 'running') and o.sending_stopped_at is null and o.operator_stopped_at is null and s.status = 'active'
            for update of b skip locked
        ), due as materialized (
            select m.id, m.organization_id, m.patient_id, m.body, m.segments, coalesce(p.phone, m.phone) as phone,
                coalesce(p.time_zone, m.time_zone) as time_zone, p.id is null or p.erased_at is not null as erased, p.deceased,
                p.phone <> m.phone as rerouted, p.phone <> m.phone or p.time_zone <> m.time_zone as corrected
            from gate g
            cross join lateral unnest(g.message_ids) as member(id)
            join messages m on m.id = member.id
            left join patients p on p.id = m.patient_id
            where m.status = 'pending'
        ), hours as materialized (
            select z.time_zone, next_allowed(now(), z.time_zone, g.opens, g.closes) as next
            from (select distinct time_zone from due) z
            cross join gate g
        ), judged as materialized (
            select d.id, d.phone, d.time_zone, d.body, d.segments, d.rerouted, d.corrected, h.next,
                case
                    when g.expires_at <= now() then 'expired'
                    when g.kind = 'stop_confirmation' and (d.rerouted or consent.kind is distinct from 'revoked') then 'expired'
                    when d.erased then 'erased'
                    when d.deceased then 'deceased'
                    when consent.kind is null and g.kind <> 'help_answer' then 'no_consent'
                    when consent.kind = 'held' and g.kind in ('bulk', 'test') then 'held'
                    when consent.kind not in ('granted', 'held') and g.kind <> 'stop_confirmation' then 'opted_out'
                    when exists (select from unreachable(d.organization_id, d.phone)) then 'unreachable'
                    when d.rerouted and exists (select from other_copies(g.campaign_id, d.organization_id, d.patient_id, d.phone)) then 'duplicate_phone'
                    when h.next > now() then 'wait'
                    else 'send'
                end as verdict
            from due d
            cross join gate g
            join hours h on h.time_zone = d.time_zone
            left join lateral current_consent(d.organization_id, d.phone) consent on true
        ), measured as materialized (
            select *, sum(segments) over (order by id rows unbounded preceding) as upto, row_number() over (order by id) as number
            from judged
            where verdict = 'send'
        ), chosen as materialized (
            select id, phone, body, segments from measured where upto <= @permits and number <= @most
        ), ended as (
            update messages m set
                status = case when j.verdict = 'expired' then 'expired' else 'skipped' end,
                reason = j.verdict || case when j.rerouted and j.verdict not in ('expired', 'erased', 'deceased') then @new_number else '' end,
                updated_at = now()
            from judged j
            where m.id = j.id and j.verdict not in ('send', 'wait')
        ), corrected as (
            update messages m set phone = j.phone, time_zone = j.time_zone, updated_at = now()
            from judged j
            where m.id = j.id and j.corrected and j.verdict in ('send', 'wait')
        ), taken as (
            update batches b set
                message_ids = array(select id from chosen),
                segments = (select sum(segments) from chosen),
                attempt_id = @attempt_id,
                attempted_at = now(),
                lease_until = now() + @lease
            from gate g
            where b.id = g.id and exists (select from chosen)
        ), emptied as (
            delete from batches b using gate g where b.id = g.id and not exists (select from chosen)
        ), waiting as (
            insert into batches (id, organization_id, campaign_id, sender_id, message_ids, segments, tries, due_at, counted_on, waits_for_hours)
            select gen_random_uuid(), g.organization_id, g.campaign_id, g.sender_id, array_agg(j.id), sum(j.segments), g.tries, j.next, g.counted_on, true
            from judged j cross join gate g
            where j.verdict = 'wait'
            group by g.organization_id, g.campaign_id, g.sender_id, g.tries, g.counted_on, j.next
        ), split as (
            insert into batches (id, organization_id, campaign_id, sender_id, message_ids, segments, tries, due_at, counted_on, handed_at)
            select @rest_id, g.organization_id, g.campaign_id, g.sender_id, array_agg(m.id), sum(m.segments), g.tries, now(), g.counted_on, now()
            from measured m cross join gate g
            where not exists (select from chosen c where c.id = m.id)
            group by g.organization_id, g.campaign_id, g.sender_id, g.tries, g.counted_on
            returning segments
        )
        select g.tries, g.sender_phone, c.id, c.phone, c.body, c.segments, (select segments from split),
            (select segments from measured m where not exists (select from chosen c where c.id = m.id) order by m.id limit 1)
        from gate g
        left join chosen c on true
        """;

    /// <summary>
    /// Claims what of a batch may be sent this very moment, under a lease and an attempt id, committed before any POST. One statement decides, by the
    /// database's clock: the campaign under way, no panic stop, the sender active, the batch due and under no claim, the rows pending, the campaign not past
    /// its end, the patient alive, the newest consent granted, or on hold and this an answer, or revoked and this its one confirmation, to the number that
    /// revoked it (G3), the number one that texts reach, the recipient's hours open (G4): of the number and the zone that the patient has now, whatever was
    /// planned. What fails a check for good is ended here, what must wait becomes a batch of its own with its time, what exceeds the permits another. The
    /// lock on the batch guards its rows: nobody moves a pending row without it. Rides on the primary keys, and on <c>(organization_id, phone, id desc)</c>
    /// of the consent ledger.
    /// </summary>
    /// <param name="permits">Segments that may leave. Of a first row that needs more nothing is claimed: the rest says how many it takes.</param>
    /// <param name="most">Rows that may leave.</param>
    /// <returns>Null when there is nothing to claim: the batch is done, claimed by another, or held up by a pause or a stop.</returns>
    public static async Task<Claim?> ClaimBatchAsync(
        this NpgsqlDataSource dataSource, Guid batchId, int permits, int most, TimeSpan lease, CancellationToken cancellationToken)
    {
        var (attempt, rest) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var command = dataSource.CreateCommand(ClaimSql);
        command.Parameters.AddWithValue("batch_id", batchId);
        command.Parameters.AddWithValue("permits", permits);
        command.Parameters.AddWithValue("most", most);
        command.Parameters.AddWithValue("attempt_id", attempt);
        command.Parameters.AddWithValue("rest_id", rest);
        command.Parameters.AddWithValue("lease", lease);
        command.Parameters.AddWithValue("new_number", SkipReasons.NewNumber);

        var messages = new List<ClaimedMessage>();
        ClaimRest? left = null;
        int? tries = null;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            tries = reader.GetInt16(0);
            if (!reader.IsDBNull(6))
                left = new ClaimRest(rest, reader.GetInt32(6), reader.GetInt16(7));
            if (!reader.IsDBNull(2))
                messages.Add(new ClaimedMessage(reader.GetGuid(2), reader.GetString(1), reader.GetString(3), reader.GetString(4), reader.GetInt16(5)));
        }
        return tries is null ? null : new Claim(batchId, attempt, tries.Value, messages, left);
    }

    /// <summary>Puts a batch back that could not be claimed, so that it is handed out anew as soon as its campaign and its sender go on.</summary>
    public static async Task PutBackAsync(this NpgsqlDataSource dataSource, Guid batchId, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("update batches set handed_at = null where id = $1 and attempt_id is null");
        command.Parameters.Add(new() { Value = batchId });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
