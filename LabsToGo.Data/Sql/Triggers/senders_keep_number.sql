-- What left from a number, and whom a reply to it concerns, is known by the number: another one is another sender.
create or replace function keep_sender_number() returns trigger
    language plpgsql
as $$
begin
    raise exception 'The number of a sender never changes: retire it, and add the other one.' using errcode = 'check_violation';
end
$$;

create or replace trigger keep_number before update of phone on senders for each row when (old.phone is distinct from new.phone)
    execute function keep_sender_number();
