using LabsToGo.Contracts.Http;
using LabsToGo.Web.Clients;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Web.Sessions;

/// <summary>The sign-in page's script asks here; it sees neither the Api nor a token.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder session)
    {
        session.MapPost("/passkey/options", BeginAsync).AllowAnonymous();
        session.MapPost("/passkey", SignInAsync).AllowAnonymous();
    }

    private static async Task<Results<Ok<PasskeyCeremonyResponse>, ProblemHttpResult>> BeginAsync(AccountClient account, CancellationToken cancellationToken)
    {
        try
        {
            return TypedResults.Ok(await account.BeginPasskeyAsync(cancellationToken));
        }
        catch (ApiException refused)
        {
            return Problem(refused);
        }
    }

    private static async Task<Results<Ok<PasskeySignedIn>, ProblemHttpResult>> SignInAsync(
        PasskeySignInRequest request, string? returnUrl, HttpContext context, SessionSignIn session, CancellationToken cancellationToken)
    {
        try
        {
            return TypedResults.Ok(new PasskeySignedIn((await session.SignInAsync(context, request, cancellationToken)).Next(returnUrl)));
        }
        catch (ApiException refused)
        {
            return Problem(refused);
        }
    }

    private static ProblemHttpResult Problem(ApiException refused) =>
        TypedResults.Problem(refused.Message, statusCode: (int?)refused.Status ?? StatusCodes.Status503ServiceUnavailable);
}
