-- Counters are kept by the very statement that writes or moves rows, so they can't drift from them.
create function count_inserted_messages() returns trigger
    language plpgsql
as $$
begin
    insert into campaign_counters as c (campaign_id, organization_id, updated_at, total, pending, sending, unknown, accepted, sent, delivered, sent_unconfirmed, undelivered, failed, skipped, canceled, expired)
    select campaign_id, organization_id, clock_timestamp(), count(*),
        count(*) filter (where status = 'pending') as pending,
        count(*) filter (where status = 'sending') as sending,
        count(*) filter (where status = 'unknown') as unknown,
        count(*) filter (where status = 'accepted') as accepted,
        count(*) filter (where status = 'sent') as sent,
        count(*) filter (where status = 'delivered') as delivered,
        count(*) filter (where status = 'sent_unconfirmed') as sent_unconfirmed,
        count(*) filter (where status = 'undelivered') as undelivered,
        count(*) filter (where status = 'failed') as failed,
        count(*) filter (where status = 'skipped') as skipped,
        count(*) filter (where status = 'canceled') as canceled,
        count(*) filter (where status = 'expired') as expired
    from new_rows
    group by campaign_id, organization_id
    on conflict (campaign_id) do update set
        updated_at = excluded.updated_at,
        total = c.total + excluded.total,
        pending = c.pending + excluded.pending,
        sending = c.sending + excluded.sending,
        unknown = c.unknown + excluded.unknown,
        accepted = c.accepted + excluded.accepted,
        sent = c.sent + excluded.sent,
        delivered = c.delivered + excluded.delivered,
        sent_unconfirmed = c.sent_unconfirmed + excluded.sent_unconfirmed,
        undelivered = c.undelivered + excluded.undelivered,
        failed = c.failed + excluded.failed,
        skipped = c.skipped + excluded.skipped,
        canceled = c.canceled + excluded.canceled,
        expired = c.expired + excluded.expired;
    return null;
end
$$;

create trigger count_inserted after insert on messages
    referencing new table as new_rows
    for each statement execute function count_inserted_messages();

-- Refuses moves that are not in message_moves, whatever statement tries them, and counts the legal ones.
create function count_moved_messages() returns trigger
    language plpgsql
as $$
declare
    illegal text;
begin
    select format('%s to %s (message %s)', o.status, n.status, n.id) into illegal
    from old_rows o
    join new_rows n using (id)
    where o.status <> n.status
        and not exists (select from message_moves m where m.from_status = o.status and m.to_status = n.status)
    limit 1;
    if illegal is not null then
        raise exception 'Illegal move of a message: %', illegal using errcode = 'LG001';
    end if;

    with deltas as (
        select n.campaign_id,
            (count(*) filter (where n.status = 'pending') - count(*) filter (where o.status = 'pending')) as pending,
            (count(*) filter (where n.status = 'sending') - count(*) filter (where o.status = 'sending')) as sending,
            (count(*) filter (where n.status = 'unknown') - count(*) filter (where o.status = 'unknown')) as unknown,
            (count(*) filter (where n.status = 'accepted') - count(*) filter (where o.status = 'accepted')) as accepted,
            (count(*) filter (where n.status = 'sent') - count(*) filter (where o.status = 'sent')) as sent,
            (count(*) filter (where n.status = 'delivered') - count(*) filter (where o.status = 'delivered')) as delivered,
            (count(*) filter (where n.status = 'sent_unconfirmed') - count(*) filter (where o.status = 'sent_unconfirmed')) as sent_unconfirmed,
            (count(*) filter (where n.status = 'undelivered') - count(*) filter (where o.status = 'undelivered')) as undelivered,
            (count(*) filter (where n.status = 'failed') - count(*) filter (where o.status = 'failed')) as failed,
            (count(*) filter (where n.status = 'skipped') - count(*) filter (where o.status = 'skipped')) as skipped,
            (count(*) filter (where n.status = 'canceled') - count(*) filter (where o.status = 'canceled')) as canceled,
            (count(*) filter (where n.status = 'expired') - count(*) filter (where o.status = 'expired')) as expired
        from old_rows o
        join new_rows n using (id)
        where o.status <> n.status
        group by n.campaign_id
    ), locked as (
        -- In one order everywhere, so that two batches over the same campaigns can't wait for each other.
        select c.campaign_id from campaign_counters c join deltas using (campaign_id) order by c.campaign_id for no key update of c
    )
    update campaign_counters c set
        updated_at = clock_timestamp(),
        pending = c.pending + d.pending,
        sending = c.sending + d.sending,
        unknown = c.unknown + d.unknown,
        accepted = c.accepted + d.accepted,
        sent = c.sent + d.sent,
        delivered = c.delivered + d.delivered,
        sent_unconfirmed = c.sent_unconfirmed + d.sent_unconfirmed,
        undelivered = c.undelivered + d.undelivered,
        failed = c.failed + d.failed,
        skipped = c.skipped + d.skipped,
        canceled = c.canceled + d.canceled,
        expired = c.expired + d.expired
    from deltas d
    join locked using (campaign_id)
    where c.campaign_id = d.campaign_id;
    return null;
end
$$;

create trigger count_moved after update on messages
    referencing old table as old_rows new table as new_rows
    for each statement execute function count_moved_messages();
