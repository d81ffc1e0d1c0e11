using System.Security.Claims;
using LabsToGo.Api.Accounts.Sessions;
using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.SecondFactor;

/// <summary>An authenticator app is set up in two requests: the key is shown, and the app's first code switches it on. Nothing is stored in between.</summary>
internal static class SecondFactorSettingUp
{
    private const string Issuer = "LabsToGo SMS";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static async Task<Results<Ok<SecondFactorSetUpResponse>, ValidationProblem>> BeginAsync(
        SecondFactorSetUpRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, Proof proof, Tickets tickets, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(user => user.Id == caller.GetUserId(), cancellationToken);
        await db.RequireFirstFactorAsync(caller, cancellationToken);
        if (await proof.MissingAsync(user, request.Password, request.Code, cancellationToken) is { } problem)
            return problem;
        var key = Totp.NewKey();
        return TypedResults.Ok(new SecondFactorSetUpResponse(
            Base32.Encode(key), Totp.KeyUri(key, Issuer, user.Email ?? user.Name), tickets.Seal(new SetUp(user.Id, user.SecurityStamp ?? "", key), Patience)));
    }

    public static async Task<Results<Ok<RecoveryCodesResponse>, ValidationProblem>> OnAsync(
        SecondFactorOnRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, Tickets tickets, TotpKeys keys, RecoveryCodes recovery, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (userId, sessionId, now) = (caller.GetUserId(), caller.GetSessionId(), time.GetUtcNow());
        var user = await db.Users.AsNoTracking().SingleAsync(user => user.Id == userId, cancellationToken);
        // By the stamp each set-up is of use once, and only while nothing else has changed the account.
        if (tickets.Open<SetUp>(request.SetUp) is not { } setUp || setUp.UserId != userId || setUp.SecurityStamp != user.SecurityStamp)
            return FieldErrors.Of("setUp", "This set-up has run out, or the account was changed meanwhile. Begin anew.");
        if (Totp.StepOf(setUp.Key, SecondFactorCodes.Plain(request.Code), now) is not { } step)
            return FieldErrors.Of("code", "This is not the code of this key. Check that the phone's clock is right, and type the code that the app shows now.");

        await using var transaction = await db.BeginFactorChangeAsync(user, cancellationToken);
        await db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(
            set => set.SetProperty(user => user.TwoFactorEnabled, true).SetProperty(user => user.LastTotpStep, step), cancellationToken);
        await keys.ReplaceAsync(userId, setUp.Key, cancellationToken);
        var codes = await recovery.ReplaceAsync(userId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.Sessions.Where(session => session.Id == sessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.SecondFactor, true), cancellationToken);
        await db.Sessions.EndAsync(session => session.UserId == userId && session.Id != sessionId, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(codes);
    }

    private sealed record SetUp(Guid UserId, string SecurityStamp, byte[] Key);
}
