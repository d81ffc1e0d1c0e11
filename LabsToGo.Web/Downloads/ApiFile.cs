using System.Net;
using System.Net.Mime;
using LabsToGo.Web.Clients;
using LabsToGo.Web.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Web.Downloads;

/// <summary>A file of the Api's, passed through: the browser has no token to fetch it itself.</summary>
internal static class ApiFile
{
    /// <summary>Under the name that the Api gives it, and as nothing that a browser would show.</summary>
    public static Task<Results<FileStreamHttpResult, NotFound, RedirectHttpResult, StatusCodeHttpResult>> PassOnAsync(
        HttpContext context, Func<Task<HttpResponseMessage>> get, CancellationToken cancellationToken) =>
        PassOnAsync(context, get, MediaTypeNames.Application.Octet, name: null, cancellationToken);

    /// <param name="name">Null for the one that the Api gives it.</param>
    public static async Task<Results<FileStreamHttpResult, NotFound, RedirectHttpResult, StatusCodeHttpResult>> PassOnAsync(
        HttpContext context, Func<Task<HttpResponseMessage>> get, string contentType, string? name, CancellationToken cancellationToken)
    {
        try
        {
            var response = await get();
            context.Response.RegisterForDispose(response);
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Stream(await response.Content.ReadAsStreamAsync(cancellationToken), contentType, name ?? NameOf(response));
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

    private static string? NameOf(HttpResponseMessage response) =>
        response.Content.Headers.ContentDisposition is { } disposition ? disposition.FileNameStar ?? disposition.FileName?.Trim('"') : null;
}
