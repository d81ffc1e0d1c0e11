namespace LabsToGo.Bench.Lists;

/// <summary>Ten million rows in every state, and what triggers would have kept beside them. Old texts are gone, as retention has it.</summary>
internal static class FilledMessages
{
    /// <param name="half">Of the plans: two connections fill at once, 0 and 1.</param>
    /// <remarks>In the order in which a planner writes them.</remarks>
    public static string Messages(int half) =>
        $$"""
        insert into messages (id, organization_id, campaign_id, patient_id, sender_id, phone, time_zone, body, segments, status, reason, error_code, attempts,
            attempted_at, provider_sid, history, redacted_at, created_at, updated_at)
        select {{FilledPatients.IdAt("m.started_at + m.i * interval '0.04 milliseconds'", "m.nth * 1000000::bigint + m.i")}}, o.id, m.campaign, m.patient,
            case when m.status <> 'skipped' then o.senders[1 + m.i % cardinality(o.senders)] end, m.phone, m.zone,
            case when m.redacted or m.status = 'skipped' then '' else 'Hi ' || m.first_name || ', Labs To Go Demo visits you soon. Reply STOP to opt out.' end,
            (m.status <> 'skipped')::int, m.status,
            case when m.status = 'expired' then 'expired' when m.status = 'skipped' then
                case when {{FilledPatients.SharesNumber}} then 'duplicate_phone' when {{FilledPatients.OptedOut}} then 'opted_out' else 'no_consent' end end,
            case m.status when 'undelivered' then 30005 when 'failed' then 21211 end,
            m.posted::int, case when m.posted then m.started_at end, case when m.posted then 'SM' || md5(m.nth || '-' || m.i) end,
            case when m.posted then '{"sent": "2026-01-01T12:00:00.000Z", "delivered": "2026-01-01T12:00:05.000Z"}' else '{}' end::jsonb,
            case when m.redacted then now() end, m.started_at, m.started_at
        from ({{Drawn(half)}}) m
        cross join bench.organization o
        """;

    /// <summary>Rows wait in batches for the hours of tomorrow, so that no dispatcher touches them while pages are measured.</summary>
    public static string Batches =>
        """
        insert into batches (id, organization_id, campaign_id, sender_id, message_ids, segments, tries, due_at, waits_for_hours)
        select gen_random_uuid(), organization_id, campaign_id, sender_id, array_agg(id), count(*), 0, now() + interval '1 day', true
        from (
            select m.*, row_number() over (partition by m.campaign_id, m.sender_id order by m.id) / 50 as batch
            from bench.plans c join messages m on m.campaign_id = c.id and m.status = 'pending' where c.status in ('running', 'paused')
        ) waiting
        group by organization_id, campaign_id, sender_id, batch
        """;

    public static string Counters =>
        """
        insert into campaign_counters (campaign_id, organization_id, updated_at, total, pending, unknown, accepted, sent, delivered, sent_unconfirmed,
            undelivered, failed, skipped, canceled, expired)
        select campaign_id, organization_id, now(), count(*), count(*) filter (where status = 'pending'), count(*) filter (where status = 'unknown'),
            count(*) filter (where status = 'accepted'), count(*) filter (where status = 'sent'), count(*) filter (where status = 'delivered'),
            count(*) filter (where status = 'sent_unconfirmed'), count(*) filter (where status = 'undelivered'), count(*) filter (where status = 'failed'),
            count(*) filter (where status = 'skipped'), count(*) filter (where status = 'canceled'), count(*) filter (where status = 'expired')
        from messages
        where campaign_id in (select id from bench.plans)
        group by campaign_id, organization_id
        """;

    public static string Notable =>
        """
        insert into notable_messages (message_id, organization_id, campaign_id, patient_id, status)
        select id, organization_id, campaign_id, patient_id, status from messages
        where status in ('unknown', 'sent_unconfirmed', 'undelivered', 'failed', 'skipped', 'canceled', 'expired')
            and campaign_id in (select id from bench.plans)
        """;

    private static string Drawn(int half) =>
        $"""
        select *, status not in ('skipped', 'pending', 'canceled', 'expired') as posted
        from (
            select *, case
                when kind = 'bulk' and ({FilledPatients.SharesNumber} or {FilledPatients.NeverAgreed} or {FilledPatients.OptedOut}) then 'skipped'
                when campaign_status = 'paused' or campaign_status = 'running' and dice < 0.3 then 'pending'
                when campaign_status = 'running' and dice < 0.35 then 'accepted'
                when campaign_status = 'running' and dice < 0.5 then 'sent'
                when campaign_status = 'running' and dice < 0.501 then 'unknown'
                when campaign_status = 'canceled' and dice < 0.5 then 'canceled'
                when dice > 0.995 then 'expired'
                when dice > 0.98 then 'sent_unconfirmed'
                when dice > 0.96 then 'undelivered'
                when dice > 0.95 then 'failed'
                else 'delivered'
            end as status
            from (
                select c.n as nth, c.id as campaign, c.kind, c.status as campaign_status, c.started_at, c.redacted, i, p.id as patient, p.n, p.phone, p.zone,
                    p.first_name, random() as dice
                from bench.plans c
                cross join lateral generate_series(0, c.size - 1) i
                join bench.people p on p.n = c.first + i * c.stride
                where c.n % 2 = {half}
            ) recipients
        ) drawn
        """;
}
