using System.Net;
using LabsToGo.Web.Clients;
using LabsToGo.Web.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Web.Downloads;

/// <summary>A file of the Api's, passed through: the browser has no token to fetch it itself.</summary>
internal static class ApiFile
{
    public static async Task<Results<FileStreamHttpResult, NotFound, RedirectHttpResult, StatusCodeHttpResult>> PassOnAsync(
        HttpContext context, Func<Task<HttpResponseMessage>> get, string contentType, string name, CancellationToken cancellationToken)
    {
        try
        {
            var response = await get();
            context.Response.RegisterForDispose(response);
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Stream(await response.Content.ReadAsStreamAsync(cancellationToken), contentType, name);
        }
        catch (SignedOutException)
        {
            return TypedResults.Redirect("/sign-in");
        }
        catch (ApiException refused) when (refused.Status is HttpStatusCode.NotFound)
        {
            return TypedResults.NotFound();
        }
        catch (ApiException refused)
        {
            return TypedResults.StatusCode(refused.Status is HttpStatusCode.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status502BadGateway);
        }
    }
}
