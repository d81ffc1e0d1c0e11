using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LabsToGo.Data;

public static class ContextConnection
{
    /// <summary>
    /// Runs a statement of ours on the context's own connection, and inside of its transaction if it has one: opened for the scope's
    /// <see cref="Tenancy.Tenant"/>, so that row-level security holds for it as well.
    /// </summary>
    public static async Task<T> WithConnectionAsync<T>(this LabsToGoDbContext db, Func<NpgsqlConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return await use((NpgsqlConnection)db.Database.GetDbConnection());
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
