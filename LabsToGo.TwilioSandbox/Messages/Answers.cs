using System.Globalization;
using LabsToGo.Twilio.Messages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.TwilioSandbox.Messages;

/// <summary>Answers in the specification's shapes.</summary>
internal static class Answers
{
    private const string ApiVersion = "2010-04-01";

    public static string ListUri(string accountSid) => $"/{ApiVersion}/Accounts/{accountSid}/Messages.json";

    public static TwilioMessage Of(SandboxMessage message, string accountSid) => new()
    {
        Sid = message.Sid,
        AccountSid = accountSid,
        To = message.To,
        From = message.From,
        Body = message.Body,
        Status = message.Status,
        Direction = message.Direction,
        NumSegments = message.Segments.ToString(CultureInfo.InvariantCulture),
        NumMedia = "0",
        ErrorCode = message.ErrorCode,
        PriceUnit = "USD",
        ApiVersion = ApiVersion,
        DateCreated = message.CreatedAt,
        DateSent = message.SentAt,
        DateUpdated = message.UpdatedAt,
        Uri = $"/{ApiVersion}/Accounts/{accountSid}/Messages/{message.Sid}.json",
        SubresourceUris = new Dictionary<string, string> { ["media"] = $"/{ApiVersion}/Accounts/{accountSid}/Messages/{message.Sid}/Media.json" },
    };

    public static IResult Message(SandboxMessage message, string accountSid, int status = StatusCodes.Status200OK) =>
        TypedResults.Json(Of(message, accountSid), MessageJson.Default.TwilioMessage, statusCode: status);

    public static JsonHttpResult<TwilioProblem> Problem(int status, int code, string message) =>
        TypedResults.Json(
            new TwilioProblem(code, message, $"https://www.twilio.com/docs/errors/{code}", status), TwilioJson.Default.TwilioProblem, statusCode: status);

    public static JsonHttpResult<TwilioProblem> NotFound(string path) => Problem(404, 20404, $"The requested resource {path} was not found");
}
