using System.Globalization;
using System.Runtime.ExceptionServices;
using LabsToGo.Api.Errors;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Passkeys;

/// <summary>The rows of passkeys. Identity's user manager would write the whole user back with each change, over what others have changed meanwhile.</summary>
internal sealed class PasskeyStore(LabsToGoDbContext db, IUserStore<User> users, TimeProvider time)
{
    private const string UsedCeremonies = "used-passkey-ceremony";

    /// <summary>Adds it, or takes over its new counter.</summary>
    public Task SaveAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        ((IUserPasskeyStore<User>)users).AddOrUpdatePasskeyAsync(user, passkey, cancellationToken);

    /// <summary>Each answer of a browser signs in once. A counter in the passkey would tell a second use too, but those that are synced have none.</summary>
    /// <returns>False when the ceremony was used before; the primary key decides between two at the same moment.</returns>
    public async Task<bool> UseAsync(Guid userId, Guid ceremonyId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var over = Sortable(now - PasskeyCeremony.Lifetime);
        await db.Database.ExecuteSqlAsync(
            $"delete from user_tokens where user_id = {userId} and login_provider = {UsedCeremonies} and value < {over}", cancellationToken);
        var (id, at) = (ceremonyId.ToString(), Sortable(now));
        return await db.Database.ExecuteSqlAsync(
            $"insert into user_tokens (user_id, login_provider, name, value) values ({userId}, {UsedCeremonies}, {id}, {at}) on conflict do nothing",
            cancellationToken) > 0;
    }

    /// <summary>Identity's handler takes every exception for a wrong answer; that the database is away is none.</summary>
    public static void ThrowIfDatabaseAway(PasskeyException failure)
    {
        if (failure.InnerException is { } inner && inner.IsDatabaseAway())
            ExceptionDispatchInfo.Throw(inner);
    }

    private static string Sortable(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
