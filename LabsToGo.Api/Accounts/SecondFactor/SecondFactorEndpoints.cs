using System.Security.Claims;
using LabsToGo.Api.Auditing;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.SecondFactor;

/// <summary>What a signed-in person does with their own second factor.</summary>
internal static class SecondFactorEndpoints
{
    public static void MapSecondFactor(this IEndpointRouteBuilder account)
    {
        var factor = account.MapGroup("/second-factor");
        factor.MapGet("/", GetAsync).OpenWithoutSecondFactor();
        factor.MapPost("/set-up", SecondFactorSettingUp.BeginAsync).OpenWithoutSecondFactor().Audit("account.set-up-second-factor");
        factor.MapPost("/on", SecondFactorSettingUp.OnAsync).OpenWithoutSecondFactor().Audit("account.second-factor-on");
        factor.MapPost("/recovery-codes", RenewCodesAsync).Audit("account.make-recovery-codes");
        factor.MapPost("/off", OffAsync).Audit("account.second-factor-off");
    }

    private static async Task<Ok<SecondFactorResponse>> GetAsync(
        ClaimsPrincipal caller, LabsToGoDbContext db, RecoveryCodes recovery, CancellationToken cancellationToken)
    {
        var userId = caller.GetUserId();
        return TypedResults.Ok(new SecondFactorResponse(
            await db.Users.Where(user => user.Id == userId).Select(user => user.TwoFactorEnabled).SingleAsync(cancellationToken),
            await recovery.CountAsync(userId, cancellationToken),
            await db.UserPasskeys.CountAsync(passkey => passkey.UserId == userId, cancellationToken),
            await db.Organizations.Select(organization => organization.RequiresSecondFactor).SingleAsync(cancellationToken)));
    }

    private static async Task<Results<Ok<RecoveryCodesResponse>, ValidationProblem>> RenewCodesAsync(
        SecondFactorProofRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, Proof proof, RecoveryCodes recovery,
        CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(user => user.Id == caller.GetUserId(), cancellationToken);
        if (!user.TwoFactorEnabled)
            throw new DomainException("Recovery codes stand in for an authenticator app, and none is set up. Set one up first.");
        if (await proof.MissingAsync(user, request.Password, request.Code, cancellationToken) is { } problem)
            return problem;

        await using var transaction = await db.BeginFactorChangeAsync(user, cancellationToken);
        var codes = await recovery.ReplaceAsync(user.Id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(codes);
    }

    private static async Task<Results<NoContent, ValidationProblem>> OffAsync(
        SecondFactorProofRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, Proof proof, SecondFactorRemoval removal,
        CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(user => user.Id == caller.GetUserId(), cancellationToken);
        if (!user.TwoFactorEnabled)
            throw new DomainException("No authenticator app is set up.");
        if (await db.Organizations.AnyAsync(
            organization => organization.RequiresSecondFactor && !db.UserPasskeys.Any(passkey => passkey.UserId == user.Id), cancellationToken))
            throw new DomainException("Your organization demands a second factor. You can use another app or add a passkey first, but not go without.");
        if (await proof.MissingAsync(user, request.Password, request.Code, cancellationToken) is { } problem)
            return problem;

        await using var transaction = await db.BeginFactorChangeAsync(user, cancellationToken);
        await removal.RemoveAppAsync(user.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
