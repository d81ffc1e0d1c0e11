using Npgsql;

namespace LabsToGo.Api.Patients.Imports.Merging;

/// <summary>
/// Set-based statements that bring a staged chunk into the organization's patients and into the consent ledger. All of them run in one transaction of each
/// lane, in this order.
/// </summary>
internal static class ChunkMerge
{
    /// <summary>
    /// Each row looks for its patient by index, whatever the planner thinks of tables whose statistics are older than the import: one hash of a million
    /// patients per chunk would make the import quadratic. So every join below is a look-up per row, by index or by place (ctid).
    /// </summary>
    public const string PlanByIndex = "set local enable_hashjoin = off; set local enable_mergejoin = off; set local jit = off";

    /// <summary>
    /// Lanes of one chunk wait for each other at its end, so a wait for a lock of another lane would last for ever: it fails, and the chunk is merged by one
    /// lane.
    /// </summary>
    public const string WaitForNobody = "set local lock_timeout = '1s'";

    /// <summary>
    /// The patient with the row's external id, which is the laboratory's own word; but not where both the names and the birth dates say that it is somebody
    /// else. Rides on the unique index (organization_id, external_id).
    /// </summary>
    /// <param name="patients">The table, or what stands for it.</param>
    public static string MatchByExternalId(string patients = "patients") =>
        $"""
        update import_rows r set patient_id = m.id, again = m.again, unsure = m.unsure
        from (
            select s.ctid, p.id, p.import_id is not distinct from @import_id as again, p.unsure
            from import_rows s
            cross join lateral (
                select id, import_id,
                    case when date_of_birth <> s.date_of_birth and not names_agree(first_name, last_name, s.first_name, s.last_name)
                        then 'external_id' end as unsure
                from {patients} known
                where organization_id = @organization_id and external_id = s.external_id
                limit 1
            ) p
            where s.external_id is not null
        ) m
        where r.ctid = m.ctid
        """;

    /// <summary>
    /// Else the patient with the row's phone whose name agrees and whose birth date and external id are no others: a family shares a phone. Where several
    /// fit equally well it is not told which one it is; of several rows only the first one takes a patient, so that no person is lost. Rides on
    /// (organization_id, phone, id).
    /// </summary>
    /// <param name="patients">The table, or what stands for it.</param>
    public static string MatchByPhone(string patients = "patients") =>
        $"""
        update import_rows r set
            patient_id = case when m.fits then m.id end,
            again = m.again,
            unsure = case when m.fits and m.alike > 1 then 'phone' end,
            similar_to = r.similar_to or (m.similar_to and not m.fits)
        from (
            select s.ctid, p.id, p.import_id is not distinct from @import_id as again, p.alike, p.similar_to,
                p.fits and row_number() over (partition by p.id, p.fits order by s.n) = 1 as fits
            from import_rows s
            cross join lateral (
                select id, import_id, fits, bool_or(agrees or born) over () as similar_to, count(*) filter (where fits) over (partition by rank) as alike
                from (
                    select *, agrees and (born or date_of_birth is null or s.date_of_birth is null) and (external_id is null or s.external_id is null) as fits,
                        born::int * 2 + (first_name = s.first_name and last_name = s.last_name)::int as rank
                    from (
                        select id, import_id, external_id, date_of_birth, first_name, last_name,
                            names_agree(first_name, last_name, s.first_name, s.last_name) as agrees,
                            coalesce(date_of_birth = s.date_of_birth, false) as born
                        from {patients} known
                        where organization_id = @organization_id and phone = s.phone
                    ) compared
                ) ranked
                order by fits desc, rank desc, id
                limit 1
            ) p
            where s.patient_id is null
        ) m
        where r.ctid = m.ctid
        """;

    /// <summary>
    /// Of two rows of one patient, one found by the external id and the other by the phone, the later one comes second, so that neither is lost.
    /// </summary>
    public const string TakeTurns =
        """
        update import_rows r set again = true, second = true
        from (
            select ctid, row_number() over (partition by patient_id order by n) as turn from import_rows where patient_id is not null and unsure is null
        ) t
        where r.ctid = t.ctid and t.turn > 1
        """;

    /// <summary>
    /// What was there before the import, once for each patient, so that it can be undone. Whom the import added or met before has no part in it.
    /// </summary>
    public static readonly string RememberKnown =
        $"""
        insert into patient_import_changes (import_id, patient_id, organization_id, before)
        select @import_id, p.id, @organization_id, {KnownColumns.Before}
        from import_rows s
        join patients p on p.id = s.patient_id and p.organization_id = @organization_id
        where s.unsure is null and not s.again
        on conflict do nothing
        """;

    /// <summary>
    /// A patient of whom the file says nothing new comes into the import like the others, and is not changed: updated_at stays. Gives the number of those.
    /// </summary>
    public static readonly string UpdateKnown = Update("not s.second");

    public static readonly string UpdateSecond = Update("s.second");

    public const string InsertNew =
        """
        insert into patients (
            id, organization_id, external_id, first_name, last_name, phone, date_of_birth, city, state, postal_code, time_zone, time_zone_basis, deceased,
            import_id, created_at, updated_at)
        select
            id, @organization_id, external_id, first_name, last_name, phone, date_of_birth, city, state, postal_code, time_zone, time_zone_basis, deceased,
            @import_id, @now, @now
        from import_rows
        where patient_id is null
        order by n
        """;

    /// <summary>
    /// For the lanes for which the first one holds the ledger's lock, for the few milliseconds until the commit: without this the ledger's own trigger would
    /// take it for each.
    /// </summary>
    public const string LedgerIsHeld = "set local app.ledger_is_held = 'yes'";

    /// <summary>
    /// An upload grants only where the ledger knows nothing of the number: it never takes an opt-out back. What it forbids is written unless it is forbidden
    /// already, also for whom the number leads to nobody in particular. Gives the numbers of opt-outs and of consents.
    /// </summary>
    public const string RecordConsent =
        """
        with written as (
            insert into consent_events (organization_id, patient_id, phone, kind, source, recorded_by, import_id, occurred_at)
            select distinct on (s.phone) @organization_id, coalesce(s.patient_id, s.id), s.phone, s.consent, 'import', @created_by, @import_id, @now
            from import_rows s
            left join lateral current_consent(@organization_id, s.phone) newest on true
            where (s.consent = 'granted' and newest.kind is null and s.unsure is null) or (s.consent = 'revoked' and newest.kind is distinct from 'revoked')
            order by s.phone, s.consent desc
            returning kind
        )
        select count(*) filter (where kind = 'revoked'), count(*) filter (where kind = 'granted') from written
        """;

    public const string Count =
        """
        select
            count(*) filter (where patient_id is null),
            count(*) filter (where patient_id is not null and unsure is null and not again),
            count(*) filter (where patient_id is not null and unsure is null and again)
        from import_rows
        """;

    /// <summary>Rows that a person has to look at: nothing was written of the first kind, and the second may be somebody who is there already.</summary>
    public const string Doubtful =
        """
        select line, unsure from import_rows
        where unsure is not null or (similar_to and patient_id is null)
        """;

    /// <summary>Binds those of the three ids and the time that the statement names.</summary>
    public static NpgsqlBatchCommand Command(string sql, ImportRun run)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (name, value) in ((string, object)[])[("organization_id", run.OrganizationId), ("import_id", run.ImportId), ("created_by", run.CreatedBy),
            ("now", run.Now)])
        {
            if (sql.Contains($"@{name}", StringComparison.Ordinal))
                command.Parameters.AddWithValue(name, value);
        }
        return command;
    }

    private static string Update(string which) =>
        $"""
        with known as (
            update patients p set
                {KnownColumns.Set},
                import_id = @import_id,
                updated_at = case when {KnownColumns.Differ} then @now else p.updated_at end
            from import_rows s
            where p.id = s.patient_id and p.organization_id = @organization_id and s.unsure is null and {which}
            returning s.again, p.updated_at
        )
        select count(*) from known where not again and updated_at <> @now
        """;
}
