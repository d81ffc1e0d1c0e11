create or replace function verify_audit_log(organization uuid) returns table (entries bigint, broken_at bigint, problem text)
    language sql stable
as $$
    with chain as (
        select entry, entry.number, entry.hash,
               lag(entry.number) over in_order as previous_number, lag(entry.hash) over in_order as previous_hash
        from audit_entries entry
        where entry.organization_id = organization
        window in_order as (order by entry.number)
    ),
    breaks as (
        select number,
               case
                   when previous_number is not null and number <> previous_number + 1 then 'entries before it are missing'
                   when previous_hash is not null and hash <> audit_hash(entry, previous_hash) then 'it was changed'
                   when number = 1 and hash <> audit_hash(entry, '') then 'it was changed'
               end as problem
        from chain
        union all
        select head.number, 'entries at the end are missing'
        from audit_heads head
        where head.organization_id = organization
          and head.number > 0
          and not exists (select from audit_entries last where last.organization_id = organization and last.number = head.number and last.hash = head.hash)
    )
    select (select count(*) from chain), first.number, first.problem
    from (select 1) one
    left join lateral (select number, problem from breaks where problem is not null order by number limit 1) first on true
$$;
