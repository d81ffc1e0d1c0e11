using System.Net;
using System.Text.Json;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Clients;

/// <summary>The body of a refusal (RFC 9457).</summary>
internal sealed record ApiProblem(string? Type, string? Title, string? Detail, string? TraceId, Dictionary<string, string[]>? Errors)
{
    public static async Task<ApiException> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var problem = await BodyAsync(response, cancellationToken);
        var message = Ours(response.StatusCode) ?? problem?.Detail ?? Words(response.StatusCode) ?? problem?.Title
            ?? $"The server answered {(int)response.StatusCode}.";
        if (response.StatusCode >= HttpStatusCode.InternalServerError && problem?.TraceId is { } trace)
            message += $" If it happens again, tell your administrator this number: {trace}";
        return new ApiException(response.StatusCode, message, problem?.Errors)
        {
            SecondFactorNeeded = problem?.Type == ProblemTypes.SecondFactorNeeded,
            LeftAlone = problem?.Type == ProblemTypes.LeftAlone,
        };
    }

    private static async Task<ApiProblem?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true)
            return null;
        try
        {
            return JsonSerializer.Deserialize<ApiProblem>(await response.Content.ReadAsStringAsync(cancellationToken), ContractJson.Options);
        }
        catch (JsonException)
        {
            // Whatever stands before the Api answered in its own words; the status says enough.
            return null;
        }
    }

    /// <summary>Where what the Api says is for programs.</summary>
    private static string? Ours(HttpStatusCode status) =>
        status is HttpStatusCode.UnprocessableEntity
            ? "An earlier try may have arrived after all. Please look whether it was saved before you try again."
            : null;

    private static string? Words(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => "Some fields need another look.",
        HttpStatusCode.Forbidden => "Your role does not allow this. Ask an owner or a manager of your organization.",
        HttpStatusCode.NotFound => "This does not exist (any more).",
        HttpStatusCode.RequestEntityTooLarge => "That is too large.",
        HttpStatusCode.TooManyRequests => "Too many tries. Please wait a minute and try again.",
        >= HttpStatusCode.InternalServerError => "Something went wrong on the server. Nothing was lost; please try again.",
        _ => null,
    };
}
