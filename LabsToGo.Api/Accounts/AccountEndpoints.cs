using System.Security.Claims;
using LabsToGo.Api.Accounts.Passkeys;
using LabsToGo.Api.Accounts.Passwords;
using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Accounts.SecondFactor;
using LabsToGo.Api.Accounts.Sessions;
using LabsToGo.Api.Accounts.SigningKeys;
using LabsToGo.Api.Auditing;
using LabsToGo.Api.Edge.RateLimits;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts;

internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/api/account").WithTags("Account");
        account.MapPost("/sign-in", SignInAsync).AllowAnonymous().RequireRateLimiting(SignInOptions.RateLimit);
        account.MapPost("/sign-in/second-factor", SecondFactorSignInAsync).AllowAnonymous().RequireRateLimiting(SignInOptions.RateLimit);
        account.MapPost("/refresh", RefreshAsync).AllowAnonymous().RequireRateLimiting(RateLimitSetup.Refreshes);
        account.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
        account.MapPost("/active", SessionUse.TellAsync).OpenWithoutSecondFactor();
        account.MapPost("/password-link", PasswordSetting.ByLinkAsync).AllowAnonymous().RequireRateLimiting(SignInOptions.RateLimit);
        account.MapPost("/password", PasswordSetting.ChangeAsync).Audit("account.change-password");
        account.MapGet("/sessions", SessionListing.ListAsync);
        account.MapPost("/sessions/{id:guid}/end", SessionListing.EndAsync).Audit("account.end-session");
        account.MapPost("/sessions/end-others", SessionListing.EndOthersAsync).Audit("account.end-other-sessions");
        account.MapGet("/me", MeAsync).OpenWithoutSecondFactor();
        account.MapGet(
            "/roles",
            () => Enum.GetValues<Role>().Select(role => new RoleResponse(role.Stored(), [.. Permission.All.Where(permission => role.May(permission))])));
        account.MapSecondFactor();
        account.MapPasskeys();
        app.MapPublishedKeys();
    }

    /// <summary>200 with tokens, or 202 with a challenge when the account asks for a code too.</summary>
    private static async Task<Results<Ok<TokenResponse>, Accepted<SecondFactorChallengeResponse>, ProblemHttpResult>> SignInAsync(
        SignInRequest request, PasswordSignIn signIn, CancellationToken cancellationToken) =>
        await signIn.TryAsync(request, cancellationToken) switch
        {
            ({ } tokens, _) => TypedResults.Ok(tokens),
            (_, { } challenge) => TypedResults.Accepted((string?)null, challenge),
            _ => Refused("The e-mail address or the password is wrong. After five wrong tries an account is locked for five minutes."),
        };

    private static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> SecondFactorSignInAsync(
        SecondFactorSignInRequest request, SecondFactorSignIn signIn, CancellationToken cancellationToken) =>
        await signIn.TryAsync(request, cancellationToken) is { } tokens
            ? TypedResults.Ok(tokens)
            : Refused(
                "The code is wrong or was used already, or the sign-in took more than five minutes. After " +
                "five wrong tries an account is locked for five minutes.");

    private static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> RefreshAsync(
        RefreshRequest request, TokenRefresh refresh, CancellationToken cancellationToken) =>
        await refresh.TryAsync(request.RefreshToken, cancellationToken) is { } tokens
            ? TypedResults.Ok(tokens)
            : refresh.LeftAlone
                ? Refused("You were signed out because nobody used the program for a while. Please sign in again.", ProblemTypes.LeftAlone)
                : Refused("Your sign-in has ended. Please sign in again.");

    private static async Task<NoContent> SignOutAsync(SignOutRequest request, TokenRefresh refresh, CancellationToken cancellationToken)
    {
        await refresh.SignOutAsync(request, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<MeResponse>, ProblemHttpResult>> MeAsync(
        ClaimsPrincipal caller, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var id = caller.GetUserId();
        var me = await db.Users
            .Where(user => user.Id == id)
            .Join(
                db.Organizations, user => user.OrganizationId, organization => organization.Id, (user, organization) => new { User = user, organization.Name })
            .SingleOrDefaultAsync(cancellationToken);
        return me is null
            ? Refused("This account does not exist any more.")
            : TypedResults.Ok(new MeResponse(me.User.Id, me.User.Name, me.User.Email ?? "", me.User.Role.Stored(), me.User.OrganizationId, me.Name,
                [.. Permission.All.Where(caller.May)], caller.NeedsSecondFactor()));
    }

    private static ProblemHttpResult Refused(string detail, string? type = null) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status401Unauthorized, type: type);
}
