using LabsToGo.Contracts.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace LabsToGo.Api.Accounts.SecondFactor;

/// <summary>
/// Where the organization demands a second factor, a session that was opened without one reaches what is needed to set one up, and nothing else:
/// every endpoint is closed to it that does not say otherwise.
/// </summary>
internal sealed class DemandedSecondFactor(RequestDelegate next, IProblemDetailsService problems)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.User.NeedsSecondFactor() || http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<OpenWithoutSecondFactor>() is not null
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = http,
            ProblemDetails = new ProblemDetails
            {
                Type = ProblemTypes.SecondFactorNeeded,
                Status = StatusCodes.Status403Forbidden,
                Detail = "Your organization demands a second factor. Set one up under My account first.",
            },
        });
    }
}
