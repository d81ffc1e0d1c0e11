using LabsToGo.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace LabsToGo.Api.Patients;

internal static class PatientChanges
{
    /// <summary>Who adds or changes patients of an organization does it one after another, so that no two make the same person at once.</summary>
    internal const string Lock = "select pg_advisory_xact_lock(hashtextextended('patients of ' || @organization_id, 0))";

    /// <summary>A transaction that waits until no other form and no chunk of an import is changing patients of the organization.</summary>
    public static async Task<IDbContextTransaction> BeginPatientChangeAsync(this LabsToGoDbContext db, Guid organizationId, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(Lock, [new NpgsqlParameter("organization_id", organizationId.ToString())], cancellationToken);
        return transaction;
    }
}
