namespace LabsToGo.Api.Patients.Imports.Undoing;

/// <summary>
/// Who is of an import, who of them stays as they are, and what of the ledger is the import's, in SQL for those who look and those who do. A number's lines are
/// looked for by the number: "is not distinct from" keeps the planner from reading all lines of an import for each, by the index that import_id has.
/// </summary>
internal static class UndoRules
{
    /// <summary>Patients whom the import added, and on whom nothing was decided yet. Rides on (organization_id, id) and on the changes' primary key.</summary>
    public const string Added =
        """
        select p.id, null::jsonb as before
        from patients p
        where p.organization_id = @organization_id and p.id >= @first_id and p.created_at = @started_at
            and not exists (select from patient_import_changes c where c.import_id = @import_id and c.patient_id = p.id)
        """;

    /// <summary>Patients who were there before, and on whom nothing was decided yet.</summary>
    public const string Known =
        "select c.patient_id as id, c.before from patient_import_changes c where c.import_id = @import_id and c.before is not null and c.kept is null";

    /// <summary>
    /// Of a patient p and their values before (u): why they stay, or null. Texts are found by the number that they have or had, by messages (phone); nobody
    /// else can have changed it, or the patient counts as edited.
    /// </summary>
    public const string Kept =
        """
        case
            when p.erased_at is not null then 'edited'
            when exists (
                    select from messages m
                    where m.organization_id = @organization_id and m.phone in (p.phone, u.before ->> 'phone') and m.patient_id = p.id
                        and (m.created_at >= @started_at or m.attempted_at >= @started_at))
                or exists (select from campaigns c where c.patient_id = p.id and c.created_at >= @started_at)
                or exists (
                    select from replies r where r.organization_id = @organization_id and r.patient_id = p.id and r.received_at >= @started_at)
                then 'texted'
            when p.import_id is distinct from @import_id
                or (p.updated_at <> @started_at and p.updated_at is distinct from (u.before ->> 'updated_at')::timestamptz)
                then 'edited'
            when exists (
                    select from consent_said(@organization_id, p.phone) e
                    where e.import_id is distinct from @import_id
                        and (e.occurred_at >= @started_at or e.id > (
                            select min(own.id) from consent_events own
                            where own.organization_id = @organization_id and own.phone = p.phone and own.import_id is not distinct from @import_id)))
                then 'edited'
        end
        """;

    /// <summary>
    /// Of numbers n (phone) those of which the import said something that is still the newest word, and was not taken back yet: its kind, and the number of the
    /// first line, before which stands what was known before. Rides on (organization_id, phone, id desc).
    /// </summary>
    public const string OpenLines =
        """
        cross join lateral (
            select min(own.id) as first_id, max(own.id) as last_id, (array_agg(own.kind order by own.id desc))[1] as kind,
                (array_agg(own.patient_id order by own.id desc))[1] as patient_id, bool_or(own.note is not null) as closed
            from consent_events own
            where own.organization_id = @organization_id and own.phone = n.phone and own.import_id is not distinct from @import_id
        ) l
        where l.first_id is not null and not l.closed
            and not exists (select from consent_said(@organization_id, n.phone) e where e.id > l.last_id)
        """;
}
