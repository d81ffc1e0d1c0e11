using System.Text.Json;

namespace LabsToGo.Api.Errors;

/// <summary>What was wrong with a request that could not even be read; never what stood in it.</summary>
internal static class BadRequests
{
    public static string InWords(BadHttpRequestException bad) => bad switch
    {
        { InnerException: JsonException { Path: { Length: > 0 } path } json } =>
            $"The request's JSON can't be read at {path} (line {json.LineNumber + 1}): a value is missing or of the wrong kind.",
        { InnerException: JsonException } => "The request's body is not valid JSON.",
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => "The request is too large.",
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => "The request's body must be JSON (Content-Type: application/json).",
        { StatusCode: StatusCodes.Status408RequestTimeout } => "The request came too slowly. Please try again.",
        _ => "The request can't be understood: a value of its address or body is missing or of the wrong kind.",
    };
}
