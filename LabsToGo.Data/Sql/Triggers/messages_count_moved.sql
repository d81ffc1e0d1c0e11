-- Refuses moves that are not in message_moves, whatever statement tries them, counts the legal ones, and notes what went wrong.
-- A transition table is planned for few rows, so nested loops are off.
create or replace function count_moved_messages() returns trigger
    language plpgsql
    set enable_nestloop to off
as $$
declare
    moved record;
    illegal text;
begin
    -- In one order everywhere, so that two statements over the same campaigns can't wait for each other.
    for moved in
        select campaign_id,
            bool_and(m.to_status is not null) as legal,
            bool_or(was in ('unknown', 'sent_unconfirmed')) as settled,
            bool_or(becomes in ('unknown', 'sent_unconfirmed', 'undelivered', 'failed', 'skipped', 'canceled', 'expired')) as notable,
            sum(rows * ((becomes = 'pending')::int - (was = 'pending')::int)) as pending,
            sum(rows * ((becomes = 'unknown')::int - (was = 'unknown')::int)) as unknown,
            sum(rows * ((becomes = 'accepted')::int - (was = 'accepted')::int)) as accepted,
            sum(rows * ((becomes = 'sent')::int - (was = 'sent')::int)) as sent,
            sum(rows * ((becomes = 'delivered')::int - (was = 'delivered')::int)) as delivered,
            sum(rows * ((becomes = 'sent_unconfirmed')::int - (was = 'sent_unconfirmed')::int)) as sent_unconfirmed,
            sum(rows * ((becomes = 'undelivered')::int - (was = 'undelivered')::int)) as undelivered,
            sum(rows * ((becomes = 'failed')::int - (was = 'failed')::int)) as failed,
            sum(rows * ((becomes = 'skipped')::int - (was = 'skipped')::int)) as skipped,
            sum(rows * ((becomes = 'canceled')::int - (was = 'canceled')::int)) as canceled,
            sum(rows * ((becomes = 'expired')::int - (was = 'expired')::int)) as expired
        from (
            select n.campaign_id, o.status as was, n.status as becomes, count(*) as rows
            from old_rows o
            join new_rows n using (id)
            where o.status <> n.status
            group by n.campaign_id, o.status, n.status
        ) moves
        left join message_moves m on m.from_status = was and m.to_status = becomes
        group by campaign_id
        order by campaign_id
    loop
        if not moved.legal then
            select format('%s to %s (message %s)', o.status, n.status, n.id) into illegal
            from old_rows o
            join new_rows n using (id)
            where o.status <> n.status and (o.status, n.status) not in (select from_status, to_status from message_moves)
            limit 1;
            raise exception 'Illegal move of a message: %', illegal using errcode = 'LG001';
        end if;

        if moved.settled then
            delete from notable_messages
            where message_id = any(array(
                select id from old_rows o join new_rows n using (id)
                where n.campaign_id = moved.campaign_id and o.status in ('unknown', 'sent_unconfirmed') and n.status <> o.status
            ));
        end if;
        if moved.notable then
            insert into notable_messages (message_id, organization_id, campaign_id, patient_id, status, ask_at)
            select id, organization_id, campaign_id, patient_id, status, case when status = 'unknown' then now() + interval '10 seconds' end
            from new_rows
            where campaign_id = moved.campaign_id
                and status in ('unknown', 'sent_unconfirmed', 'undelivered', 'failed', 'skipped', 'canceled', 'expired')
            on conflict (message_id) do nothing;
        end if;

        update campaign_counters c set
            updated_at = clock_timestamp(),
            pending = c.pending + moved.pending,
            unknown = c.unknown + moved.unknown,
            accepted = c.accepted + moved.accepted,
            sent = c.sent + moved.sent,
            delivered = c.delivered + moved.delivered,
            sent_unconfirmed = c.sent_unconfirmed + moved.sent_unconfirmed,
            undelivered = c.undelivered + moved.undelivered,
            failed = c.failed + moved.failed,
            skipped = c.skipped + moved.skipped,
            canceled = c.canceled + moved.canceled,
            expired = c.expired + moved.expired
        where c.campaign_id = moved.campaign_id;
    end loop;
    return null;
end
$$;

create or replace trigger count_moved after update on messages
    referencing old table as old_rows new table as new_rows
    for each statement execute function count_moved_messages();
