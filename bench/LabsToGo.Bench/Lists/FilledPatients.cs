namespace LabsToGo.Bench.Lists;

/// <summary>
/// A million patients of one laboratory: some names are everybody's and most are rare, every 25th shares a number with the one before, as families do, and some
/// never agreed to texts or took it back.
/// </summary>
internal static class FilledPatients
{
    public const int Count = 1_000_000;

    /// <summary>Left out of every plan, each for its reason; of a patient's number n in <c>bench.people</c>.</summary>
    public const string SharesNumber = "n % 25 = 0", NeverAgreed = "n % 40 = 7", OptedOut = "n % 50 = 13";

    /// <summary>As the product makes ids: in the order of their time, with random ends.</summary>
    public static string IdAt(string at, string number) =>
        $"""
        (lpad(to_hex((extract(epoch from {at}) * 1000)::bigint), 12, '0')
            || '7' || substr(md5(({number})::text), 1, 3) || '8' || substr(md5(({number})::text), 4, 15))::uuid
        """;

    /// <summary>Numbered, so that a campaign's recipients can be counted off.</summary>
    public static string People =>
        $$"""
        create unlogged table bench.people as
        select n, {{IdAt("added_at", "n")}} as id, added_at, place.*,
            '+1' || area || lpad((2000000 + (n - ({{SharesNumber}})::int)::bigint * 7919 % 7999993)::text, 7, '0') as phone,
            case when n % 3 > 0 then common_first[1 + floor(power(random(), 2) * cardinality(common_first))::int]
                else initcap(starts[1 + floor(random() * cardinality(starts))::int] || (array['a', 'o', 'i', 'e', 'elle', 'an', 'us'])[1 + n % 7])
            end as first_name,
            case when random() < 0.4 then common_last[1 + floor(power(random(), 2) * cardinality(common_last))::int]
                else initcap(starts[1 + floor(random() * cardinality(starts))::int] || middles[1 + floor(random() * cardinality(middles))::int]
                    || ends[1 + floor(random() * cardinality(ends))::int])
            end as last_name
        from (select n, now() - interval '2 years' + n * interval '63 seconds' as added_at from generate_series(1, {{Count}}) n) numbered
        join (values (0, '212', 'New York', 'NY', '100', 'America/New_York'), (1, '305', 'Miami', 'FL', '331', 'America/New_York'),
            (2, '312', 'Chicago', 'IL', '606', 'America/Chicago'), (3, '713', 'Houston', 'TX', '770', 'America/Chicago'),
            (4, '214', 'Dallas', 'TX', '752', 'America/Chicago'), (5, '303', 'Denver', 'CO', '802', 'America/Denver'),
            (6, '602', 'Phoenix', 'AZ', '850', 'America/Phoenix'), (7, '213', 'Los Angeles', 'CA', '900', 'America/Los_Angeles'),
            (8, '415', 'San Francisco', 'CA', '941', 'America/Los_Angeles'), (9, '206', 'Seattle', 'WA', '981', 'America/Los_Angeles'))
            place(nth, area, city, state, zip, zone) on nth = (n - ({{SharesNumber}})::int) % 10
        cross join (select
            array['James', 'Mary', 'Robert', 'Patricia', 'John', 'Jennifer', 'Michael', 'Linda', 'Elizabeth', 'Luis', 'María', 'José', 'Wei'] as common_first,
            array['Smith', 'Johnson', 'Williams', 'Brown', 'Jones', 'Garcia', 'Miller', 'Davis', 'Martinez', 'Nguyen', 'O''Brien', 'Müller'] as common_last,
            array['al', 'ber', 'cor', 'dan', 'el', 'fer', 'gor', 'han', 'ing', 'jor', 'kam', 'lin', 'mar', 'nor', 'ol', 'per', 'ros', 'sam', 'tor'] as starts,
            array['de', 'ga', 'li', 'mo', 'na', 'ri', 'sto', 'ti', 'va', 'wi'] as middles,
            array['burg', 'dale', 'er', 'ford', 'land', 'man', 'mann', 'ski', 'son', 'ston', 'ton', 'well', 'witz', 'ez'] as ends) names
        order by n
        """;

    public static string Patients =>
        """
        insert into patients (id, organization_id, external_id, first_name, last_name, phone, date_of_birth, city, state, postal_code, time_zone,
            time_zone_basis, created_at, updated_at)
        select p.id, o.id, 'MRN-' || lpad(n::text, 8, '0'), first_name, last_name, phone, date '1935-01-01' + n % 32000, city, state,
            zip || lpad((n / 10 % 100)::text, 2, '0'), zone, 2, added_at, added_at
        from bench.people p cross join bench.organization o
        """;

    public static string Consents =>
        $"""
        insert into consent_events (organization_id, patient_id, phone, kind, source, occurred_at)
        select organization_id, id, phone, kind, source, occurred_at from (
            select o.id as organization_id, p.id, phone, 'granted' as kind, 'import' as source, added_at as occurred_at
            from bench.people p cross join bench.organization o where not {NeverAgreed}
            union all
            select o.id, p.id, phone, 'revoked', 'reply', added_at + interval '1 hour' from bench.people p cross join bench.organization o where {OptedOut}
        ) ledger
        order by occurred_at
        """;

    public static string Unreachable =>
        """
        insert into unreachable_numbers (organization_id, phone, code, since)
        select o.id, phone, 30006, now() from bench.people cross join bench.organization o where n % 100 = 3 on conflict do nothing
        """;
}
