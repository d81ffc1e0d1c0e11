-- What Twilio has was handed over: when, at the latest, is known whichever statement says so. A callback may overtake our own record of the POST, and then our
-- record may never come; without this nobody would ever close the row, and its campaign would never end.
create or replace function note_attempt() returns trigger
    language plpgsql
as $$
begin
    new.attempted_at := now();
    return new;
end
$$;

create or replace trigger note_attempt before update of status on messages for each row
    when (new.attempted_at is null and new.status in ('accepted', 'sent'))
    execute function note_attempt();
