-- What waits for the hours is judged anew by the hours of now, whoever changes them and however.
create or replace function release_waiting_batches() returns trigger
    language plpgsql
as $$
begin
    update batches b set due_at = now()
    from campaigns c
    where c.organization_id = new.id and c.status in ('planning', 'running', 'paused')
        and b.campaign_id = c.id and b.waits_for_hours and b.attempt_id is null and b.due_at > now();
    return null;
end
$$;

create or replace trigger release_waiting after update of opens, closes on organizations for each row
    when (old.opens is distinct from new.opens or old.closes is distinct from new.closes)
    execute function release_waiting_batches();
