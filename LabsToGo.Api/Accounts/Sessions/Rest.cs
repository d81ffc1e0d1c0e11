using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Sessions;

/// <summary>A session that its person left alone is over, by the organization's limit (45 CFR 164.312(a)(2)(iii)).</summary>
internal static class Rest
{
    /// <summary>Use is written down at most so often, and the limit is longer by it.</summary>
    private const double GrainMinutes = 0.5;

    /// <summary>However much it is used: longer than any shift, so that a copied token is of no use the next day.</summary>
    private const double LongestHours = 16;

    /// <summary>Those that have neither ended, nor rested for too long, nor outlived a working day.</summary>
    public static IQueryable<Session> RunningSessions(this LabsToGoDbContext db, DateTimeOffset now) =>
        from session in db.Sessions
        join organization in db.Organizations on session.OrganizationId equals organization.Id
        where session.EndedAt == null && session.LastSeenAt.AddMinutes(organization.LogOffMinutes + GrainMinutes) > now
            && session.CreatedAt.AddHours(LongestHours) > now
        select session;

    /// <summary>It has rested so long, or had when it ended.</summary>
    public static Task<bool> WasLeftAloneAsync(this LabsToGoDbContext db, Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        (from session in db.Sessions
         join organization in db.Organizations on session.OrganizationId equals organization.Id
         where session.Id == sessionId && session.LastSeenAt.AddMinutes(organization.LogOffMinutes + GrainMinutes) <= (session.EndedAt ?? now)
         select session).AnyAsync(cancellationToken);

    /// <summary>Its person did something just now, or some seconds ago.</summary>
    public static Task UsedAsync(this LabsToGoDbContext db, Guid sessionId, DateTimeOffset at, CancellationToken cancellationToken) =>
        db.Sessions
            .Where(session => session.Id == sessionId && session.LastSeenAt < at)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, at), cancellationToken);

    public static bool IsWorthWriting(DateTimeOffset lastSeenAt, DateTimeOffset now) => lastSeenAt.AddMinutes(GrainMinutes) < now;
}
