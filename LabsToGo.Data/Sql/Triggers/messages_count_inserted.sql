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

create or replace trigger count_inserted after insert on messages
    referencing new table as new_rows
    for each statement execute function count_inserted_messages();
