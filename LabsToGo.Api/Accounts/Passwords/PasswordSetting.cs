using System.Security.Claims;
using LabsToGo.Api.Accounts.Sessions;
using LabsToGo.Api.Auditing;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Data.Tenancy;
using LabsToGo.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Passwords;

/// <summary>Two ways to a new password: a link, and the old one. Either ends the user's other sessions.</summary>
internal static class PasswordSetting
{
    public static async Task<Results<NoContent, ValidationProblem, ProblemHttpResult>> ByLinkAsync(
        SetPasswordRequest request, HttpContext http, LabsToGoDbContext db, Tenant tenant, IPasswordHasher<User> hasher, AuditLog audit, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hash = PasswordLinks.Hash(request.Token);
        tenant.Find(TenantLookup.Accounts);
        var found = await db.PasswordLinks.AsNoTracking()
            .SingleOrDefaultAsync(link => link.Hash == hash && link.UsedAt == null && link.ExpiresAt > now, cancellationToken);
        if (found is null)
            return Gone();

        tenant.Use(found.OrganizationId);
        var user = await db.Users.SingleAsync(user => user.Id == found.UserId, cancellationToken);
        if (user.DisabledAt is not null)
            return Gone();
        if (await ProblemsAsync(db, user, request.Password, cancellationToken) is { Count: > 0 } problems)
            return FieldErrors.Of("password", problems);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Once: of two that come at the same moment, one finds it used.
        if (await db.PasswordLinks.Where(link => link.Id == found.Id && link.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedAt, now), cancellationToken) == 0)
            return Gone();
        Set(user, hasher.HashPassword(user, request.Password));
        await db.SaveChangesAsync(cancellationToken);
        await db.Sessions.EndAsync(session => session.UserId == user.Id, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await audit.WriteAsync(http, user.OrganizationId, user.Id, user.Name, "account.set-password", user.Id, "", cancellationToken);
        return TypedResults.NoContent();
    }

    public static async Task<Results<NoContent, ValidationProblem>> ChangeAsync(
        ChangePasswordRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, Proof proof, IPasswordHasher<User> hasher, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (id, sessionId) = (caller.GetUserId(), caller.GetSessionId());
        var user = await db.Users.SingleAsync(user => user.Id == id, cancellationToken);
        if (await proof.MissingAsync(user, request.Password, cancellationToken) is { } problem)
            return problem;
        if (await ProblemsAsync(db, user, request.NewPassword, cancellationToken) is { Count: > 0 } problems)
            return FieldErrors.Of("newPassword", problems);

        Set(user, hasher.HashPassword(user, request.NewPassword));
        await db.SaveChangesAsync(cancellationToken);
        await db.Sessions.EndAsync(session => session.UserId == id && session.Id != sessionId, time.GetUtcNow(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static void Set(User user, string hash)
    {
        user.PasswordHash = hash;
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        user.EmailConfirmed = true;
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(LabsToGoDbContext db, User user, string password, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.Select(organization => organization.Name).SingleAsync(cancellationToken);
        return PasswordRules.Problems(password, user.Name, user.Email ?? "", organization);
    }

    private static ProblemHttpResult Gone() =>
        TypedResults.Problem(
            "This link has been used, has run out, or was never given. Ask an admin of your organization for a new one.",
            statusCode: StatusCodes.Status410Gone);
}
