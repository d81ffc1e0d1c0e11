namespace LabsToGo.Bench.Lists;

/// <summary>What two years leave behind beside campaigns: replies, imports with their errors, and the log of who looked at what.</summary>
internal static class FilledTraffic
{
    public const int Replies = 300_000, AuditEntries = 1_000_000, Imports = 300;

    public static string RepliesToUs =>
        $"""
        insert into replies (id, organization_id, patient_id, phone, sender_id, body, intent, provider_sid, received_at, redacted_at)
        select {FilledPatients.IdAt("received_at", "r.n")}, o.id, p.id, p.phone, o.senders[1 + r.n % cardinality(o.senders)],
            case when redacted then '' else (array['Thank you', 'STOP', 'Can you come on Friday instead?', 'ok'])[1 + r.n % 4] end,
            (array['other', 'stop', 'other', 'other'])[1 + r.n % 4], 'SM' || md5('reply' || r.n), received_at, case when redacted then now() end
        from (
            select n, received_at, received_at < now() - interval '90 days' as redacted
            from (select n, now() - interval '2 years' + n * interval '210 seconds' as received_at from generate_series(1, {Replies}) n) spread
        ) r
        join bench.people p
            on p.n = (1 + power((r.n::bigint * 7919 % {FilledPatients.Count})::float8 / {FilledPatients.Count}, 2) * {FilledPatients.Count - 1})::int
        cross join bench.organization o
        order by r.n
        """;

    /// <summary>Its hashes are no chain: nothing here verifies the log.</summary>
    public static string Audit =>
        $"""
        insert into audit_entries (organization_id, number, at, actor_id, actor, action, subject_id, outcome, address, trace_id, hash)
        select o.id, h.number + e.n, now() - interval '2 years' + e.n * interval '63 seconds', o.staff[1 + e.n % cardinality(o.staff)], 'Somebody',
            case when e.n % 500 = 0 then 'campaign.start' when e.n % 20000 = 7 then 'sender.pause'
                else (array['patient.search', 'patient.read', 'patient.read-messages', 'campaign.read-messages', 'dashboard.read'])[1 + e.n % 5] end,
            case when e.n % 5 in (1, 2) then p.id end, case when e.n % 1000 = 1 then 'denied 403' else '' end, '10.0.0.1', md5(e.n::text),
            sha256(e.n::text::bytea)
        from generate_series(1, {AuditEntries}) e(n)
        join bench.people p on p.n = 1 + e.n::bigint * 7919 % {FilledPatients.Count}
        cross join bench.organization o
        join audit_heads h on h.organization_id = o.id
        order by e.n;
        update audit_heads h set number = newest.number, hash = newest.hash
        from (select distinct on (organization_id) * from audit_entries order by organization_id, number desc) newest
        where newest.organization_id = h.organization_id
        """;

    public static string ImportsWithErrors =>
        $$"""
        insert into patient_imports (id, organization_id, file_name, consent_given, status, bytes_read, rows_read, added, updated, duplicates, rejected,
            columns, created_by, created_at, completed_at)
        select {{FilledPatients.IdAt("at", "n")}}, o.id, 'patients-' || n || '.csv', true, 'completed', 400000, 3400, 3333, 0, 0, n, '[]', o.owner, at, at
        from (select n, now() - interval '2 years' + n * interval '2.4 days' as at from generate_series(1, {{Imports}}) n) i
        cross join bench.organization o;
        insert into patient_import_errors (import_id, number, organization_id, line, "column", reason)
        select i.id, number, i.organization_id, number * 7, 'Mobile Phone', 'That is no phone number of the US or Canada.'
        from patient_imports i cross join lateral generate_series(1, i.rejected) number
        where i.file_name like 'patients-%'
        """;
}
