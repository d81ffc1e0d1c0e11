-- Marks the numbers that texts don't reach, whichever statement brings the word: the answer to a POST, a callback, the reconciler's question.
-- Days are the lab's own. A number that no patient has (any more) is left alone.
create or replace function mark_unreachable_numbers() returns trigger
    language plpgsql
as $$
begin
    if not exists (select from new_rows where status in ('failed', 'undelivered') and error_code is not null) then
        return null;
    end if;
    insert into unreachable_numbers as u (organization_id, phone, code, since)
    select distinct on (n.organization_id, n.phone) n.organization_id, n.phone, n.error_code, now()
    from new_rows n
    join old_rows b using (id)
    join organizations o on o.id = n.organization_id
    where n.status in ('failed', 'undelivered') and b.status <> n.status
        and exists (select from patients p where p.organization_id = n.organization_id and p.phone = n.phone)
        and days_until_unreachable(n.error_code) <= (
            select count(distinct (coalesce(f.attempted_at, f.updated_at) at time zone o.time_zone)::date)
            from messages f
            where f.organization_id = n.organization_id and f.phone = n.phone
                and f.status in ('failed', 'undelivered') and days_until_unreachable(f.error_code) is not null
                and coalesce(f.attempted_at, f.updated_at) > all (
                    select coalesce(d.attempted_at, d.updated_at) from messages d
                    where d.organization_id = n.organization_id and d.phone = n.phone and d.status = 'delivered'
                    union all
                    select c.cleared_at from unreachable_numbers c
                    where c.organization_id = n.organization_id and c.phone = n.phone and c.cleared_at is not null
                )
        )
    order by n.organization_id, n.phone
    on conflict (organization_id, phone) do update set code = excluded.code, since = excluded.since, cleared_at = null
        where u.cleared_at is not null;
    return null;
end
$$;

create or replace trigger mark_unreachable after update on messages
    referencing old table as old_rows new table as new_rows
    for each statement execute function mark_unreachable_numbers();
