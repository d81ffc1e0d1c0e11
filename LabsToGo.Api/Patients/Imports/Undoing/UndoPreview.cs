using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Patients;
using Npgsql;

namespace LabsToGo.Api.Patients.Imports.Undoing;

/// <summary>What undoing an import would do if it were done now, by the same rules; and whom one that was done left alone.</summary>
internal static class UndoPreview
{
    private const string Judged =
        $"""
        with judged as materialized (
            select p.id, p.phone, p.updated_at, u.before, {UndoRules.Kept} as kept
            from ({UndoRules.Added} union all {UndoRules.Known}) u
            join patients p on p.id = u.id
        )
        """;

    private const string CountSql =
        $"""
        {Judged}, lines as (
            select l.kind
            from (select distinct phone from consent_events where organization_id = @organization_id and import_id = @import_id) n
            {UndoRules.OpenLines}
                and n.phone not in (select phone from judged where kept is not null)
                and not exists (
                    select from patients p join patient_import_changes c on c.import_id = @import_id and c.patient_id = p.id
                    where p.organization_id = @organization_id and p.phone = n.phone and c.kept is not null)
        )
        select
            count(*) filter (where kept is null and before is null),
            count(*) filter (where kept is null and before is not null and updated_at = @started_at),
            count(*) filter (where kept is null and before is not null and updated_at <> @started_at),
            (select count(*) from lines where kind = 'granted'),
            (select count(*) from lines where kind = 'revoked'),
            count(*) filter (where kept is not null) + ({CountKept})
        from judged
        """;

    private const string CountKept = "select count(*) from patient_import_changes where import_id = @import_id and kept is not null";

    private const string KeptSql =
        """
        select c.patient_id, c.kept from patient_import_changes c where c.import_id = @import_id and c.kept is not null
        """;

    public static async Task<ImportUndoResponse> ReadAsync(
        this NpgsqlConnection connection, PatientImport import, UndoRun run, CancellationToken cancellationToken)
    {
        var undone = import.Status is ImportStatus.Undone;
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.BatchCommands.Add(run.Command(undone ? $"select 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, ({CountKept})" : CountSql));
        batch.BatchCommands.Add(run.Command(Named(undone ? KeptSql : $"{Judged} {KeptSql} union all select id, kept from judged where kept is not null")));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var counts = Enumerable.Range(0, 6).Select(reader.GetInt64).ToArray();
        List<KeptPatientResponse> kept = [];
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            kept.Add(new(reader.GetGuid(0), reader.GetString(1), StoredEnum.Parse<ImportKeptReason>(reader.GetString(2))));
        return new ImportUndoResponse(import.Status, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], kept);
    }

    /// <summary>The first hundred, in the order in which they came.</summary>
    private static string Named(string kept) =>
        $"""
        select k.patient_id, case when p.erased_at is null then trim(p.first_name || ' ' || p.last_name) else '{Patient.ErasedName}' end, k.kept
        from ({kept}) k (patient_id, kept)
        join patients p on p.id = k.patient_id
        order by k.patient_id
        limit 100
        """;
}
