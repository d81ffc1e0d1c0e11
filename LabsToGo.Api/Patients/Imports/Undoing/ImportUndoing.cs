using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace LabsToGo.Api.Patients.Imports.Undoing;

/// <summary>
/// Takes an import back within a day: whom it added goes, whom it changed becomes again what they were, and what it said of consent is closed by a line of its
/// own. Whoever was texted or edited since stays as they are.
/// </summary>
internal static class ImportUndoing
{
    public static async Task<Results<Ok<ImportUndoResponse>, NotFound>> PreviewAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await ImportReading.FindAsync(id, db, cancellationToken) is not { } import)
            return TypedResults.NotFound();
        if (import.Status is not ImportStatus.Undone)
            import.RequireUndoable(time.GetUtcNow());
        var run = UndoRun.Of(import, caller.GetUserId(), time.GetUtcNow());
        return TypedResults.Ok(await db.WithConnectionAsync(connection => connection.ReadAsync(import, run, cancellationToken), cancellationToken));
    }

    /// <summary>Answers when it is done. A caller who goes away before its end does not end it.</summary>
    public static async Task<Results<Ok<ImportUndoResponse>, NotFound>> UndoAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time)
    {
        if (await ImportReading.FindAsync(id, db, CancellationToken.None) is null)
            return TypedResults.NotFound();
        return TypedResults.Ok(await db.WithConnectionAsync(
            async connection =>
            {
                if (!await connection.TryLockAsync(id, CancellationToken.None))
                    throw new DomainException("This import is under way, or just being undone. Try again in a moment.");
                try
                {
                    return await UndoAsync(id, connection, caller.GetUserId(), db, time);
                }
                finally
                {
                    await connection.UnlockAsync(id, CancellationToken.None);
                }
            },
            CancellationToken.None));
    }

    private static async Task<ImportUndoResponse> UndoAsync(Guid id, NpgsqlConnection connection, Guid userId, LabsToGoDbContext db, TimeProvider time)
    {
        var import = (await ImportReading.FindAsync(id, db, CancellationToken.None))!;
        import.RequireUndoable(time.GetUtcNow());
        var run = UndoRun.Of(import, userId, time.GetUtcNow());
        await connection.BeginAsync(id, CancellationToken.None);
        await new UndoWork(connection, run).RunAsync(CancellationToken.None);
        await connection.EndAsync(run, CancellationToken.None);
        import = (await ImportReading.FindAsync(id, db, CancellationToken.None))!;
        return await connection.ReadAsync(import, run, CancellationToken.None);
    }
}
