using LabsToGo.Api.Accounts.SecondFactor;
using LabsToGo.Api.Auditing;
using LabsToGo.Api.Idempotency;
using LabsToGo.Contracts.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Accounts.Passkeys;

internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder account)
    {
        var signIn = account.MapGroup("/sign-in/passkey").AllowAnonymous().RequireRateLimiting(SignInOptions.RateLimit);
        signIn.MapPost("/options", (PasskeySignIn passkey) => passkey.BeginAsync());
        signIn.MapPost("/", SignInAsync);

        var own = account.MapGroup("/passkeys");
        own.MapGet("/", PasskeyListing.ListAsync);
        own.MapPost("/options", PasskeyAdding.BeginAsync).OpenWithoutSecondFactor();
        own.MapPost("/", PasskeyAdding.AddAsync).OpenWithoutSecondFactor().Audit("account.passkey-add").Idempotent();
        own.MapPut("/{id}", PasskeyListing.RenameAsync).Audit("account.passkey-rename");
        own.MapPost("/{id}/remove", PasskeyListing.RemoveAsync).Audit("account.passkey-remove");
    }

    private static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> SignInAsync(
        PasskeySignInRequest request, PasskeySignIn signIn, CancellationToken cancellationToken) =>
        await signIn.TryAsync(request, cancellationToken) is { } tokens
            ? TypedResults.Ok(tokens)
            : TypedResults.Problem(
                "The passkey was not taken. It may have been removed here, or it took too long. Try again, or sign in with your password.",
                statusCode: StatusCodes.Status401Unauthorized);
}
