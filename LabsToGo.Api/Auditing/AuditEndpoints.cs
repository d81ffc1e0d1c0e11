using System.Globalization;
using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Auditing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Auditing;

internal static class AuditEndpoints
{
    private static readonly string[] Routine = ["audit.read", "dashboard.read", "dashboard.watch"];

    public static void MapAudit(this IEndpointRouteBuilder app)
    {
        var audit = app.MapGroup("/api/audit").WithTags("Audit").RequirePermission(Permission.AuditRead);
        audit.MapPost("/search", SearchAsync).Audit("audit.read");
        audit.MapPost("/verify", VerifyAsync).Audit("audit.verify");
    }

    /// <summary>Newest first. Each filter rides on an index that ends with the number.</summary>
    private static async Task<Ok<Page<AuditEntryResponse>>> SearchAsync(AuditSearchRequest request, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (long.TryParse(request.After, CultureInfo.InvariantCulture, out var after))
            entries = entries.Where(entry => entry.Number < after);
        if (request.ActorId is { } actor)
            entries = entries.Where(entry => entry.ActorId == actor);
        if (request.SubjectId is { } subject)
            entries = entries.Where(entry => entry.SubjectId == subject);
        if (request.Action is { Length: > 0 } action)
            // By the column's collation the slash is what follows the dot.
            entries = entries.Where(entry =>
                entry.Action == action
                    || (EF.Functions.GreaterThanOrEqual(ValueTuple.Create(entry.Action), ValueTuple.Create(action + "."))
                        && EF.Functions.LessThan(ValueTuple.Create(entry.Action), ValueTuple.Create(action + "/"))));
        if (request.HideRoutine)
            entries = entries.Where(entry => !Routine.Contains(entry.Action));
        if (request.From is { } from)
            entries = await entries.SinceAsync(db.AuditEntries, from.ToUniversalTime(), cancellationToken);
        if (request.Until is { } until)
            entries = await entries.BeforeAsync(db.AuditEntries, until.ToUniversalTime(), cancellationToken);

        var found = await entries.OrderByDescending(entry => entry.Number).Take(request.Limit + 1).ToListAsync(cancellationToken);
        var names = await db.AuditSubjectsAsync(found, cancellationToken);
        var items = found.Take(request.Limit).Select(entry => ToResponse(entry, names)).ToList();
        return TypedResults.Ok(new Page<AuditEntryResponse>(
            items, found.Count > request.Limit ? items[^1].Number.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<Ok<AuditVerificationResponse>> VerifyAsync(ClaimsPrincipal caller, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var (entries, brokenAt, problem) = await db.WithConnectionAsync(
            connection => connection.VerifyAuditLogAsync(caller.GetOrganizationId(), cancellationToken), cancellationToken);
        return TypedResults.Ok(new AuditVerificationResponse(entries, brokenAt, problem));
    }

    private static AuditEntryResponse ToResponse(AuditEntry entry, Dictionary<Guid, string> names) => new(
        entry.Number, entry.At, entry.ActorId, entry.Actor, entry.Action, entry.SubjectId,
        entry.SubjectId is { } subject ? names.GetValueOrDefault(subject, "") : "", entry.Outcome, entry.Address?.ToString(), entry.TraceId);
}
