-- On how many days a text must fail with this code of Twilio's, none arriving between, until its number is no longer texted; null for what says nothing of it.
-- At once: no number, a short code, no mobile, a landline, a number that must not be texted. After days: off or without signal, blocked, unknown, a landline or
-- a carrier that is not reached, since each of these is also said of a phone that is merely off or between two contracts.
create or replace function days_until_unreachable(code int) returns int
    language sql immutable
    return case
        when code in (21211, 21265, 21614, 21635, 30640) then 1
        when code in (30003, 30004, 30005, 30006) then 3
    end;
