-- Beside the counters, what went wrong is noted: those rows are few, and staff look for them.
create or replace function count_inserted_messages() returns trigger
    language plpgsql
as $$
begin
    insert into campaign_counters as c (campaign_id, organization_id, updated_at, total, pending, unknown, accepted, sent, delivered, sent_unconfirmed, undelivered, failed, skipped, canceled, expired)
    select campaign_id, organization_id, clock_timestamp(), count(*), count(*) filter (where status = 'pending'), 0, 0, 0, 0, 0, 0, 0, count(*) filter (where status = 'skipped'), 0, 0
    from new_rows
    group by campaign_id, organization_id
    on conflict (campaign_id) do update set
        updated_at = excluded.updated_at,
        total = c.total + excluded.total,
        pending = c.pending + excluded.pending,
        skipped = c.skipped + excluded.skipped;

    -- Rows are planned as pending or skipped; nothing else may be born.
    if exists (select from new_rows where status not in ('pending', 'skipped')) then
        raise exception 'A message is planned as pending or skipped' using errcode = 'LG001';
    end if;
    insert into notable_messages (message_id, organization_id, campaign_id, patient_id, status)
    select id, organization_id, campaign_id, patient_id, status from new_rows where status = 'skipped';
    return null;
end
$$;

-- Plans in here are made once per session, at first for few rows and then used for thousands: a nested loop over both sides would cost their product.
create or replace function count_moved_messages() returns trigger
    language plpgsql
    set enable_nestloop = off
as $$
declare
    illegal text;
    delta record;
begin
    if not exists (select from new_rows) then
        return null;
    end if;
    select format('%s to %s (message %s)', o.status, n.status, n.id) into illegal
    from old_rows o
    join new_rows n using (id)
    where o.status <> n.status and (o.status, n.status) not in (select from_status, to_status from message_moves)
    limit 1;
    if illegal is not null then
        raise exception 'Illegal move of a message: %', illegal using errcode = 'LG001';
    end if;

    if exists (select from old_rows where status in ('unknown', 'sent_unconfirmed'))
        or exists (select from new_rows where status in ('unknown', 'sent_unconfirmed', 'undelivered', 'failed', 'skipped', 'canceled', 'expired')) then
        delete from notable_messages
        where message_id = any(array(
            select id from old_rows o join new_rows n using (id) where o.status in ('unknown', 'sent_unconfirmed') and n.status <> o.status
        ));
        insert into notable_messages (message_id, organization_id, campaign_id, patient_id, status, ask_at)
        select id, organization_id, campaign_id, patient_id, status, case when status = 'unknown' then now() + interval '10 seconds' end
        from new_rows
        where status in ('unknown', 'sent_unconfirmed', 'undelivered', 'failed', 'skipped', 'canceled', 'expired')
        on conflict (message_id) do nothing;
    end if;

    -- In one order everywhere, so that two statements over the same campaigns can't wait for each other.
    for delta in
        select campaign_id,
            coalesce(sum(n) filter (where status = 'pending'), 0) as pending,
            coalesce(sum(n) filter (where status = 'unknown'), 0) as unknown,
            coalesce(sum(n) filter (where status = 'accepted'), 0) as accepted,
            coalesce(sum(n) filter (where status = 'sent'), 0) as sent,
            coalesce(sum(n) filter (where status = 'delivered'), 0) as delivered,
            coalesce(sum(n) filter (where status = 'sent_unconfirmed'), 0) as sent_unconfirmed,
            coalesce(sum(n) filter (where status = 'undelivered'), 0) as undelivered,
            coalesce(sum(n) filter (where status = 'failed'), 0) as failed,
            coalesce(sum(n) filter (where status = 'skipped'), 0) as skipped,
            coalesce(sum(n) filter (where status = 'canceled'), 0) as canceled,
            coalesce(sum(n) filter (where status = 'expired'), 0) as expired
        from (
            select campaign_id, status, count(*) as n from new_rows group by campaign_id, status
            union all
            select campaign_id, status, -count(*) from old_rows group by campaign_id, status
        ) both_sides
        group by campaign_id
        order by campaign_id
    loop
        update campaign_counters c set
            updated_at = clock_timestamp(),
            pending = c.pending + delta.pending,
            unknown = c.unknown + delta.unknown,
            accepted = c.accepted + delta.accepted,
            sent = c.sent + delta.sent,
            delivered = c.delivered + delta.delivered,
            sent_unconfirmed = c.sent_unconfirmed + delta.sent_unconfirmed,
            undelivered = c.undelivered + delta.undelivered,
            failed = c.failed + delta.failed,
            skipped = c.skipped + delta.skipped,
            canceled = c.canceled + delta.canceled,
            expired = c.expired + delta.expired
        where c.campaign_id = delta.campaign_id;
    end loop;
    return null;
end
$$;
