using System.Security.Claims;
using LabsToGo.Api.Accounts.Passwords;
using LabsToGo.Api.Errors;
using LabsToGo.Api.Mailing;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Users;

/// <summary>An invitation is an account without a password, and a link that sets one.</summary>
internal static class UserInviting
{
    public static async Task<Results<Created<PasswordLinkResponse>, ValidationProblem>> InviteAsync(
        InviteRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, ILookupNormalizer names, LinkMailer mailer, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!UserRules.TryParseRole(request.Role, out var role))
            return FieldErrors.Of("role", "There is no such role. It is viewer, staff, manager, admin or owner.");
        caller.RequireNotAbove(role);

        var now = time.GetUtcNow();
        var email = request.Email.Trim();
        var user = new User
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = caller.GetOrganizationId(),
            Name = request.Name.Trim(),
            Role = role,
            UserName = email,
            NormalizedUserName = names.NormalizeName(email),
            Email = email,
            NormalizedEmail = names.NormalizeEmail(email),
            CreatedAt = now,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        db.Add(user);
        var answer = PasswordLinks.Make(db, user, caller.GetUserId(), now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            throw new DomainException("There is an account with this e-mail address already.");
        }
        return TypedResults.Created($"/api/users/{user.Id}", await mailer.MailAsync(answer, caller.GetName(), invitation: true, cancellationToken));
    }

    /// <summary>For an invitation that ran out, or a forgotten password. Older links of the same person end.</summary>
    public static async Task<Results<Ok<PasswordLinkResponse>, NotFound>> LinkAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, LinkMailer mailer, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken) is not { } user)
            return TypedResults.NotFound();
        caller.RequireNotAbove(user.Role);
        await db.PasswordLinks.Where(link => link.UserId == id && link.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
        var passkeys = await db.UserPasskeys.AnyAsync(passkey => passkey.UserId == id, cancellationToken);
        var answer = PasswordLinks.Make(db, user, caller.GetUserId(), time.GetUtcNow(), passkeys);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await mailer.MailAsync(answer, caller.GetName(), invitation: user.PasswordHash is null, cancellationToken));
    }
}
