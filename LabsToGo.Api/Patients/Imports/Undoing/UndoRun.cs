using LabsToGo.Domain.Patients;
using Npgsql;

namespace LabsToGo.Api.Patients.Imports.Undoing;

/// <summary>What an undoing knows of its import, and who asked for it when.</summary>
internal sealed record UndoRun(Guid ImportId, Guid OrganizationId, DateTimeOffset StartedAt, Guid FirstId, Guid UserId, DateTimeOffset Now)
{
    /// <summary>In the ledger, at lines which take back what a file said.</summary>
    private const string Note = "The import was undone.";

    /// <summary>
    /// The ids of those whom the import added tell when: since its beginning, whatever the clock's jumps. So they are found at the end of the index
    /// (organization_id, id), and known by the very moment at which the import began.
    /// </summary>
    private static readonly TimeSpan ClockJumps = TimeSpan.FromHours(1);

    public static UndoRun Of(PatientImport import, Guid userId, DateTimeOffset now)
    {
        var started = import.StartedAt ?? import.CreatedAt;
        return new UndoRun(import.Id, import.OrganizationId, started, Guid.CreateVersion7(started - ClockJumps), userId, now);
    }

    /// <summary>Binds what the statement names.</summary>
    public NpgsqlBatchCommand Command(string sql, Guid? after = null, int most = 0)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (name, value) in ((string, object)[])[("import_id", ImportId), ("organization_id", OrganizationId), ("started_at", StartedAt),
            ("first_id", FirstId), ("user_id", UserId), ("note", Note), ("now", Now), ("after", after ?? Guid.Empty), ("most", most)])
        {
            if (sql.Contains($"@{name}", StringComparison.Ordinal))
                command.Parameters.AddWithValue(name, value);
        }
        return command;
    }
}
