using System.Net;
using LabsToGo.Web.Clients;
using LabsToGo.Web.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Web.Downloads;

internal static class ImportErrorsDownload
{
    public static void MapDownloads(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/patients/imports/{id:guid}/errors.csv", DownloadAsync);

    /// <summary>The Api's file, passed through: the browser has no token to fetch it itself.</summary>
    private static async Task<Results<FileStreamHttpResult, NotFound, RedirectHttpResult, StatusCodeHttpResult>> DownloadAsync(
        Guid id,
        HttpContext context,
        ImportsClient imports,
        CancellationToken cancellationToken)
    {
        try
        {
            var response = await imports.ErrorsFileAsync(id, cancellationToken);
            context.Response.RegisterForDispose(response);
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Stream(
                await response.Content.ReadAsStreamAsync(cancellationToken),
                "text/csv; charset=utf-8",
                $"rejected-rows-{id:N}.csv");
        }
        catch (SignedOutException)
        {
            return TypedResults.Redirect("/sign-in");
        }
        catch (ApiException refused) when (refused.Status == HttpStatusCode.NotFound)
        {
            return TypedResults.NotFound();
        }
        catch (ApiException)
        {
            return TypedResults.StatusCode(StatusCodes.Status502BadGateway);
        }
    }
}
