using LabsToGo.Data;
using LabsToGo.Data.Auditing;
using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Auditing;

/// <summary>What the records of audit entries are called now: people know names, not ids.</summary>
internal static class AuditSubjects
{
    /// <returns>By id, of those that are still there.</returns>
    public static async Task<Dictionary<Guid, string>> AuditSubjectsAsync(
        this LabsToGoDbContext db, IEnumerable<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var kind in entries.Where(entry => entry.SubjectId is not null).GroupBy(entry => entry.Action.Split('.')[0]))
        {
            Guid[] ids = [.. kind.Select(entry => entry.SubjectId!.Value).Distinct()];
            if (db.Named(kind.Key) is { } named)
                await named.Where(row => ids.Contains(row.Id)).ForEachAsync(row => names[row.Id] = row.Name, cancellationToken);
        }
        return names;
    }

    /// <param name="kind">The noun of an action.</param>
    private static IQueryable<NamedRow>? Named(this LabsToGoDbContext db, string kind) => kind switch
    {
        "patient" => db.Patients.Select(row => new NamedRow
        {
            Id = row.Id,
            Name = row.ErasedAt == null ? row.FirstName + " " + row.LastName : Patient.ErasedName,
        }),
        "message" => db.Messages.Join(db.Patients, row => row.PatientId, patient => patient.Id, (row, patient) => new NamedRow
        {
            Id = row.Id,
            Name = "Text to " + (patient.ErasedAt == null ? patient.FirstName + " " + patient.LastName : Patient.ErasedName),
        }),
        "campaign" => db.Campaigns.Select(row => new NamedRow { Id = row.Id, Name = row.Name }),
        "import" => db.PatientImports.Select(row => new NamedRow { Id = row.Id, Name = row.FileName }),
        "sender" => db.Senders.Select(row => new NamedRow { Id = row.Id, Name = row.Label }),
        "user" or "account" => db.Users.Select(row => new NamedRow { Id = row.Id, Name = row.Name }),
        "api-key" => db.ApiKeys.Select(row => new NamedRow { Id = row.Id, Name = row.Name }),
        _ => null,
    };

    private sealed class NamedRow
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }
    }
}
