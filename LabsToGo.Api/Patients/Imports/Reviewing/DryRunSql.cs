using LabsToGo.Api.Patients.Imports.Merging;

namespace LabsToGo.Api.Patients.Imports.Reviewing;

/// <summary>
/// What <see cref="ChunkMerge"/> does, done to a shadow: whom the file added or changed stands in a temporary table, which hides the patient of the same
/// id, and what it said of numbers in another. So rows that come later meet what came before, as they will in the import.
/// </summary>
internal static class DryRunSql
{
    public static readonly string CreateShadow =
        $"""
        create temporary table shadow_patients as select organization_id, id, import_id, {KnownColumns.Columns} from patients limit 0;
        create unique index on shadow_patients (id);
        create index on shadow_patients (phone);
        create index on shadow_patients (external_id) where external_id is not null;
        create temporary table shadow_consents (phone text collate "C" primary key, kind text not null)
        """;

    /// <summary>In the place of <c>patients</c>: both halves are looked up by index, as long as neither is more than a plain table.</summary>
    public static readonly string Patients =
        $"""
        (
            select organization_id, id, import_id, {KnownColumns.Columns}
            from (
                select organization_id, id, import_id, {KnownColumns.Columns}, false as shadow from patients
                union all
                select organization_id, id, import_id, {KnownColumns.Columns}, true as shadow from shadow_patients
            ) either
            where shadow or not exists (select from shadow_patients hiding where hiding.id = either.id)
        )
        """;

    /// <summary>Without statistics Postgres would read the shadow from one end to the other for each row.</summary>
    public const string PlanByIndex = ChunkMerge.PlanByIndex + "; set local enable_seqscan = off; set local enable_bitmapscan = off";

    public static readonly string Count =
        $"""
        select
            count(*) filter (where s.patient_id is null),
            count(*) filter (where s.patient_id is not null and s.unsure is null and not s.again and p.differs),
            count(*) filter (where s.patient_id is not null and s.unsure is null and not s.again and not p.differs),
            count(*) filter (where s.patient_id is not null and s.unsure is null and s.again)
        from import_rows s
        left join lateral (
            select {KnownColumns.Differ} as differs from {Patients} p where p.id = s.patient_id
        ) p on true
        """;

    public static readonly string UpdateKnown = Update("not s.second");

    public static readonly string UpdateSecond = Update("s.second");

    public static readonly string InsertNew =
        $"""
        insert into shadow_patients (organization_id, id, import_id, {KnownColumns.Columns})
        select @organization_id, id, @import_id, {KnownColumns.Columns} from import_rows where patient_id is null
        """;

    public const string RecordConsent =
        """
        with said as (
            insert into shadow_consents as shadow (phone, kind)
            select distinct on (s.phone) s.phone, s.consent
            from import_rows s
            left join lateral (
                select coalesce(
                    (select kind from shadow_consents known where known.phone = s.phone), (select kind from current_consent(@organization_id, s.phone))) as kind
            ) newest on true
            where (s.consent = 'granted' and newest.kind is null and s.unsure is null) or (s.consent = 'revoked' and newest.kind is distinct from 'revoked')
            order by s.phone, s.consent desc
            on conflict (phone) do update set kind = excluded.kind
            returning kind
        )
        select count(*) filter (where kind = 'revoked'), count(*) filter (where kind = 'granted') from said
        """;

    private static string Update(string which) =>
        $"""
        insert into shadow_patients as shadow (organization_id, id, import_id, {KnownColumns.Columns})
        select p.organization_id, p.id, @import_id, {KnownColumns.Values}
        from import_rows s
        cross join lateral (select * from {Patients} known where known.id = s.patient_id) p
        where s.unsure is null and {which}
        on conflict (id) do update set {KnownColumns.SetExcluded}
        """;
}
