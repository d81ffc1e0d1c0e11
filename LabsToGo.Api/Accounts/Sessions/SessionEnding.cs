using System.Linq.Expressions;
using LabsToGo.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Sessions;

internal static class SessionEnding
{
    /// <returns>How many were running until now.</returns>
    public static Task<int> EndAsync(
        this IQueryable<Session> sessions, Expression<Func<Session, bool>> which, DateTimeOffset now, CancellationToken cancellationToken) =>
        sessions.Where(which)
            .Where(session => session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellationToken);
}
