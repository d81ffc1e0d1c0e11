-- Segments that may still leave from a sender on the carriers' day, by its own cap and its organization's; null where neither has one.
create or replace function left_today(sender uuid) returns table (segments bigint)
    language sql stable rows 1
as $$
    select least(
        case when s.daily_cap is not null then
            s.daily_cap - coalesce((select d.segments from daily_segments d where d.sender_id = s.id and d.day = carriers_day()), 0)
        end,
        case when o.daily_cap is not null then
            o.daily_cap - coalesce((select sum(d.segments) from daily_segments d where d.organization_id = o.id and d.day = carriers_day()), 0)
        end
    )::bigint
    from senders s
    join organizations o on o.id = s.organization_id
    where s.id = sender
$$;
