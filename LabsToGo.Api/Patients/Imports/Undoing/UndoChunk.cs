namespace LabsToGo.Api.Patients.Imports.Undoing;

/// <summary>
/// Set-based statements that undo an import for some of its patients, in this order and in one transaction, which holds the lock on the organization's patients
/// and the ledger's: nobody edits a patient and no opt-out comes in between the look and what follows from it.
/// </summary>
internal static class UndoChunk
{
    /// <summary>So many patients of the import at once: the ledger's lock is held for a second at most, and a STOP waits no longer.</summary>
    public const int Most = 10_000;

    public const string Create =
        """
        create temporary table if not exists undo_patients (id uuid primary key, before jsonb, phone text collate "C", kept text, follows boolean not null)
            on commit delete rows;
        create temporary table if not exists undo_numbers (phone text collate "C" primary key) on commit delete rows;
        create temporary table if not exists undo_numbers_left (phone text collate "C" primary key)
        """;

    public static readonly string StageAdded = Stage(UndoRules.Added, "p.id");

    public static readonly string StageKnown = Stage(UndoRules.Known, "c.patient_id");

    /// <summary>
    /// Whoever of the import shares a number with them comes along: what is known of a number is taken back for all of them, or stays. Rides on
    /// (organization_id, phone, id).
    /// </summary>
    public const string StageFamilies =
        """
        insert into undo_patients (id, before, phone, follows)
        select p.id, c.before, p.phone, true
        from (select distinct phone from undo_patients) n
        join patients p on p.organization_id = @organization_id and p.phone = n.phone
        left join patient_import_changes c on c.import_id = @import_id and c.patient_id = p.id
        where c.kept is null and (c.before is not null or p.created_at = @started_at)
        on conflict do nothing
        """;

    public const string Judge = $"update undo_patients u set kept = {UndoRules.Kept} from patients p where p.id = u.id";

    /// <summary>Who stays is remembered with the reason; what they were before is not needed any more.</summary>
    public const string Keep =
        """
        insert into patient_import_changes as c (import_id, patient_id, organization_id, kept)
        select @import_id, id, @organization_id, kept from undo_patients where kept is not null
        on conflict (import_id, patient_id) do update set before = null, kept = excluded.kept
        """;

    public const string DeleteAdded = "delete from patients p using undo_patients u where p.id = u.id and u.before is null and u.kept is null";

    public static readonly string Restore =
        $"""
        update patients p set {Merging.KnownColumns.Restore}
        from undo_patients u
        cross join lateral jsonb_populate_record(null::patients, u.before) b
        where p.id = u.id and u.before is not null and u.kept is null
        """;

    public const string ForgetRestored =
        "delete from patient_import_changes c using undo_patients u where c.import_id = @import_id and c.patient_id = u.id and u.kept is null";

    public const string NumbersOfPatients = "insert into undo_numbers select distinct phone from undo_patients";

    /// <summary>
    /// At the end: of these numbers the import said something, though it changed no patient who has them: doubtful rows, and numbers that a patient has no
    /// more.
    /// </summary>
    public const string FindNumbersLeft =
        """
        insert into undo_numbers_left
        select distinct said.phone from consent_events said
        where said.import_id = @import_id and said.organization_id = @organization_id and said.note is null and not exists (
            select from consent_events undone
            where undone.organization_id = @organization_id and undone.phone = said.phone and undone.import_id is not distinct from @import_id
                and undone.note is not null)
        """;

    public const string NumbersLeft =
        """
        with taken as (
            delete from undo_numbers_left where phone in (select phone from undo_numbers_left order by phone limit @most) returning phone
        )
        insert into undo_numbers select phone from taken
        """;

    /// <summary>
    /// The ledger's lines stay, and a new one says what was known of the number before the import, unless somebody has the number who stays: what they were
    /// texted, and that they are not to be, rests on it.
    /// </summary>
    public const string CloseLines =
        $"""
        insert into consent_events (organization_id, patient_id, phone, kind, source, note, recorded_by, import_id, occurred_at)
        select @organization_id, (select p.id from patients p where p.id = l.patient_id), n.phone,
            coalesce(
                (select earlier.kind from consent_events earlier
                where earlier.organization_id = @organization_id and earlier.phone = n.phone and earlier.id < l.first_id
                order by earlier.id desc limit 1),
                'unknown'),
            'import', @note, @user_id, @import_id, @now
        from undo_numbers n
        {UndoRules.OpenLines}
            and not exists (
                select from patients p join patient_import_changes c on c.import_id = @import_id and c.patient_id = p.id
                where p.organization_id = @organization_id and p.phone = n.phone and c.kept is not null)
        """;

    /// <summary>Where the next chunk begins; nothing when there is none.</summary>
    public const string Last = "select id from undo_patients where not follows order by id desc limit 1";

    private static string Stage(string patients, string id) =>
        $"""
        insert into undo_patients (id, before, phone, follows)
        select u.id, u.before, p.phone, false
        from ({patients} and {id} > @after order by {id} limit @most) u
        join patients p on p.id = u.id
        """;
}
