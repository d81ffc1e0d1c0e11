using System.Security.Claims;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Sessions;

/// <summary>A browser tells that its person is there, since most of what it asks for, it asks by itself.</summary>
internal static class SessionUse
{
    public static async Task<Ok<ActivityResponse>> TellAsync(
        ActivityRequest activity, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var (sessionId, now) = (caller.GetSessionId(), time.GetUtcNow());
        await db.UsedAsync(sessionId!.Value, now.AddSeconds(-activity.IdleSeconds), cancellationToken);
        var seenAt = await db.Sessions.Where(session => session.Id == sessionId).Select(session => session.LastSeenAt).SingleAsync(cancellationToken);
        var minutes = await db.Organizations.Select(organization => organization.LogOffMinutes).SingleAsync(cancellationToken);
        return TypedResults.Ok(new ActivityResponse(minutes * 60, Math.Max(0, (int)(now - seenAt).TotalSeconds)));
    }
}
