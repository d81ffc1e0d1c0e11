using System.Buffers.Text;
using System.Security.Claims;
using LabsToGo.Api.Accounts.SecondFactor;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Passkeys;

/// <summary>The caller's passkeys, and what becomes of one.</summary>
internal static class PasskeyListing
{
    public static async Task<Ok<List<PasskeyResponse>>> ListAsync(ClaimsPrincipal caller, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var userId = caller.GetUserId();
        var passkeys = await db.UserPasskeys.AsNoTracking().Where(passkey => passkey.UserId == userId).ToListAsync(cancellationToken);
        return TypedResults.Ok(passkeys.OrderBy(passkey => passkey.Data.CreatedAt).Select(ToResponse).ToList());
    }

    public static async Task<Results<Ok<PasskeyResponse>, NotFound>> RenameAsync(
        string id, PasskeyRenameRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, caller, id, cancellationToken) is not { } passkey)
            return TypedResults.NotFound();
        passkey.Data.Name = request.Name.Trim();
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(passkey.ToResponse());
    }

    public static async Task<Results<NoContent, NotFound, ValidationProblem>> RemoveAsync(
        string id, PasskeyRemoveRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, Proof proof, SecondFactorRemoval removal,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(db, caller, id, cancellationToken) is not { } passkey)
            return TypedResults.NotFound();
        var user = await db.Users.SingleAsync(user => user.Id == passkey.UserId, cancellationToken);
        var last = !user.TwoFactorEnabled && await db.UserPasskeys.CountAsync(other => other.UserId == user.Id, cancellationToken) == 1;
        if (last && await db.Organizations.AnyAsync(organization => organization.RequiresSecondFactor, cancellationToken))
            throw new DomainException(
                "Your organization demands a second factor, and this is your last one. Add another passkey or set up an authenticator app first.");
        if (await proof.MissingAsync(user, request.Password, request.Code, cancellationToken) is { } problem)
            return problem;

        await using var transaction = await db.BeginFactorChangeAsync(user, cancellationToken);
        db.Remove(passkey);
        await db.SaveChangesAsync(cancellationToken);
        await removal.ForgetIfNoneIsLeftAsync(user.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    public static PasskeyResponse ToResponse(this UserPasskeyInfo passkey) =>
        new(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt, passkey.IsBackedUp);

    private static PasskeyResponse ToResponse(this IdentityUserPasskey<Guid> passkey) =>
        new(Base64Url.EncodeToString(passkey.CredentialId), passkey.Data.Name ?? "", passkey.Data.CreatedAt, passkey.Data.IsBackedUp);

    private static async Task<IdentityUserPasskey<Guid>?> FindAsync(
        LabsToGoDbContext db, ClaimsPrincipal caller, string id, CancellationToken cancellationToken)
    {
        if (!Base64Url.IsValid(id))
            return null;
        var (userId, credentialId) = (caller.GetUserId(), Base64Url.DecodeFromChars(id));
        return await db.UserPasskeys.SingleOrDefaultAsync(passkey => passkey.UserId == userId && passkey.CredentialId == credentialId, cancellationToken);
    }
}
