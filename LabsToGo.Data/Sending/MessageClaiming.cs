using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Data.Sending;

public static class MessageClaiming
{
    /// <summary>
    /// Claims what may be sent this very moment: <c>pending</c> becomes <c>sending</c> under a lease and an attempt id, committed before any POST.
    /// One statement decides, by the database's clock: the campaign under way, no panic stop, the sender active, the row due and not expired, the newest consent
    /// granted (G3), the recipient's hours open (G4). What fails a check for good is ended here; what must wait gets its time.
    /// Rides on the primary key of messages, and on <c>(organization_id, phone, id desc)</c> of the consent ledger.
    /// </summary>
    /// <param name="permits">Segments that may leave. A first row that needs more is claimed all the same, or it would never leave.</param>
    public static async Task<Claim> ClaimMessagesAsync(
        this NpgsqlDataSource dataSource,
        Guid campaignId,
        Guid senderId,
        Guid[] messageIds,
        int permits,
        TimeSpan lease,
        CancellationToken cancellationToken)
    {
        var attempt = Guid.CreateVersion7();
        await using var command = dataSource.CreateCommand(
            """
            with gate as materialized (
                select c.organization_id, c.expires_at, s.phone as sender_phone, o.opens, o.closes
                from campaigns c
                join organizations o on o.id = c.organization_id
                join senders s on s.id = @sender_id and s.organization_id = c.organization_id
                where c.id = @campaign_id
                    and c.status in ('planning', 'running')
                    and o.sending_stopped_at is null
                    and s.status = 'active'
            ), due as materialized (
                select m.id, m.organization_id, m.phone, m.time_zone, m.segments
                from messages m
                where m.id = any(@ids) and m.status = 'pending' and m.due_at <= now()
                    and m.campaign_id = @campaign_id and m.sender_id = @sender_id
                    and exists (select from gate)
                order by m.id
                for update skip locked
            ), hours as materialized (
                select z.time_zone, next_allowed(now(), z.time_zone, g.opens, g.closes) as next
                from (select distinct time_zone from due) z
                cross join gate g
            ), judged as materialized (
                select d.id, d.segments, h.next,
                    case
                        when g.expires_at <= now() then 'expired'
                        when consent.kind is null then 'no_consent'
                        when consent.kind <> 'granted' then 'opted_out'
                        when h.next > now() then 'wait'
                        else 'send'
                    end as verdict
                from due d
                cross join gate g
                join hours h on h.time_zone = d.time_zone
                left join lateral (
                    select e.kind from consent_events e
                    where e.organization_id = d.organization_id and e.phone = d.phone
                    order by e.id desc limit 1
                ) consent on true
            ), measured as materialized (
                select *, coalesce(sum(segments) filter (where verdict = 'send') over (order by id rows unbounded preceding), 0) as upto
                from judged
            ), moved as (
                update messages m set
                    status = case v.verdict when 'send' then 'sending' when 'wait' then 'pending' when 'expired' then 'expired' else 'skipped' end,
                    reason = case when v.verdict in ('send', 'wait') then null else v.verdict end,
                    attempts = m.attempts + (v.verdict = 'send')::int,
                    attempt_id = case when v.verdict = 'send' then @attempt_id else m.attempt_id end,
                    attempted_at = case when v.verdict = 'send' then now() else m.attempted_at end,
                    lease_until = case when v.verdict = 'send' then now() + @lease end,
                    due_at = case when v.verdict = 'wait' then v.next end,
                    updated_at = now()
                from measured v
                where m.id = v.id and (v.verdict <> 'send' or v.upto <= @permits or v.upto = v.segments)
                returning m.id, m.phone, m.body, m.segments, m.status
            )
            select moved.id, g.sender_phone, moved.phone, moved.body, moved.segments, true
            from moved
            cross join gate g
            where moved.status = 'sending'
            union all
            select v.id, null, null, null, null, false
            from measured v
            where v.verdict = 'send' and not (v.upto <= @permits or v.upto = v.segments)
            """);
        command.Parameters.AddWithValue("campaign_id", campaignId);
        command.Parameters.AddWithValue("sender_id", senderId);
        command.Parameters.AddWithValue("ids", NpgsqlDbType.Array | NpgsqlDbType.Uuid, messageIds);
        command.Parameters.AddWithValue("permits", permits);
        command.Parameters.AddWithValue("attempt_id", attempt);
        command.Parameters.AddWithValue("lease", lease);

        var claimed = new List<ClaimedMessage>(messageIds.Length);
        var left = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetBoolean(5))
                claimed.Add(new ClaimedMessage(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt16(4)));
            else
                left.Add(reader.GetGuid(0));
        }
        return new Claim(attempt, claimed, left);
    }
}
