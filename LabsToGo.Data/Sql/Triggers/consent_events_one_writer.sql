-- Whoever looks at the newest line of a number before writing the next takes this lock first, and so sees every line before its own.
-- An import writes in several lanes at once: the first one holds the lock for all of them, and the others say so.
create or replace function lock_consent_ledger() returns trigger
    language plpgsql
as $$
begin
    if current_setting('app.ledger_is_held', true) is distinct from 'yes' then
        perform pg_advisory_xact_lock(hashtext('consent_events'));
    end if;
    return null;
end
$$;

create or replace trigger one_writer before insert on consent_events for each statement execute function lock_consent_ledger();
