namespace LabsToGo.Bench.Lists;

/// <summary>
/// Two years of campaigns, one to nearly everybody and many to a few thousand: all but a handful are over; and a hundred thousand texts to one patient each,
/// which are campaigns of their own.
/// </summary>
internal static class FilledCampaigns
{
    public const int Bulk = 800, Direct = 100_000, Messages = 10_000_000;

    /// <summary>Each goes to <c>size</c> patients, from <c>first</c> on every <c>stride</c>th.</summary>
    public static string Plans =>
        $"""
        create unlogged table bench.plans as
        with sizes as (
            select n, power(n, -0.9) as weight, sum(power(n, -0.9)) over () as weights from generate_series(1, {Bulk}) n
        ), plans as (
            select n, 'bulk' as kind, ceil(({Messages} - {Direct}) * weight / weights)::int as size,
                case when n in (10, 30) then 'running' when n = 12 then 'paused' when n % 29 = 0 then 'canceled' else 'completed' end as status,
                case when n in (10, 12, 30) then now() - interval '1 hour' else now() - (1 - n * 7919 % {Bulk} / {Bulk}.0) * interval '2 years' end
                    as started_at
            from sizes
            union all
            select {Bulk} + n, 'reply', 1, 'completed', now() - interval '2 years' + n * interval '630 seconds' from generate_series(1, {Direct}) n
        )
        select {FilledPatients.IdAt("started_at", "-n")} as id, n, kind, status, started_at, size, {FilledPatients.Count} / size as stride,
            case when kind = 'bulk' then 1 + n % ({FilledPatients.Count} / size) else 1 + n::bigint * 7919 % {FilledPatients.Count} end::int as first,
            started_at < now() - interval '90 days' as redacted
        from plans
        """;

    public static string Campaigns =>
        """
        insert into campaigns (id, organization_id, kind, name, template, audience, status, created_by, created_at, started_at, planned_at, completed_at,
            lifetime_hours, expires_at, redacted_at)
        select c.id, o.id, c.kind, case c.kind when 'bulk' then 'Visit reminder ' || c.n else 'Text to a patient' end,
            case c.kind when 'bulk' then 'Hi {{ first_name }}, {{ lab_name }} visits you soon. Reply STOP to opt out.' else '' end,
            case c.kind when 'bulk' then '{}'::jsonb else jsonb_build_object('patientId', p.id) end,
            c.status, o.owner, c.started_at, c.started_at, c.started_at,
            case when c.status in ('completed', 'canceled') then least(now(), c.started_at + interval '12 hours') end,
            72, c.started_at + interval '72 hours', case when c.redacted then now() end
        from bench.plans c
        left join bench.people p on c.kind = 'reply' and p.n = c.first
        cross join bench.organization o
        order by c.id
        """;
}
