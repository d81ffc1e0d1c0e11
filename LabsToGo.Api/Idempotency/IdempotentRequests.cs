using System.Security.Cryptography;
using System.Text;
using LabsToGo.Api.Accounts;
using LabsToGo.Data.Idempotency;

namespace LabsToGo.Api.Idempotency;

/// <summary>
/// Answers a request that comes again with its <c>Idempotency-Key</c> as it was answered before, and does nothing. Only what was done is kept: a
/// request that was refused or that failed may come again with the same key.
/// </summary>
internal sealed partial class IdempotentRequests(RequestDelegate next, IdempotencyStore store, TimeProvider time, ILogger<IdempotentRequests> logger)
{
    public const string Header = "Idempotency-Key", Replayed = "Idempotency-Replayed";

    public const int LongestKey = 100;

    /// <summary>No request takes so long: its process died over it.</summary>
    private static readonly TimeSpan LongestUnderWay = TimeSpan.FromMinutes(2);

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Idempotent>() is null || !http.Request.Headers.TryGetValue(Header, out var given))
        {
            await next(http);
            return;
        }
        if (given.ToString() is not { Length: > 0 and <= LongestKey } key || !key.All(letter => letter is > ' ' and < '\x7f'))
        {
            await RefuseAsync(
                http, StatusCodes.Status400BadRequest,
                $"The header {Header} must have 1 to {LongestKey} characters, letters, digits and signs without spaces. A UUID will do.");
            return;
        }
        var hash = await HashAsync(http);
        if (await store.ClaimAsync(http.User, key, hash) is { } earlier)
            await AnswerAsync(http, earlier, hash);
        else
            await DoAsync(http, key);
    }

    /// <summary>To its end, also when the caller hangs up: else nobody could say whether it was done.</summary>
    private async Task DoAsync(HttpContext http, string key)
    {
        http.RequestAborted = CancellationToken.None;
        var answer = http.Response.Body;
        using var kept = new MemoryStream();
        http.Response.Body = kept;
        var done = false;
        try
        {
            await next(http);
            done = http.Response.StatusCode < StatusCodes.Status300MultipleChoices;
        }
        finally
        {
            http.Response.Body = answer;
            if (!done)
                await ForgetAsync(http, key);
        }
        if (done)
            await store.KeepAsync(
                http.User, key, http.Response.StatusCode, http.Response.Headers.Location.ToString() is { Length: > 0 } location ? location : null,
                kept.ToArray());
        kept.Position = 0;
        await kept.CopyToAsync(answer);
    }

    private Task AnswerAsync(HttpContext http, IdempotentRequest earlier, byte[] hash)
    {
        if (!CryptographicOperations.FixedTimeEquals(earlier.RequestHash, hash))
            return RefuseAsync(http, StatusCodes.Status422UnprocessableEntity, $"This {Header} came before with another request. What is new needs a new key.");
        if (earlier.Status is { } status)
            return ReplayAsync(http, earlier, status);
        if (time.GetUtcNow() - earlier.CreatedAt > LongestUnderWay)
            return RefuseAsync(
                http, StatusCodes.Status409Conflict,
                "This request was interrupted on the server, and may or may not have been done. Look " +
                "for it first; if it was not done, send it with a new key.");
        http.Response.Headers.RetryAfter = "1";
        return RefuseAsync(http, StatusCodes.Status409Conflict, "This request came before and is still under way. Ask again in a moment.");
    }

    private async Task ReplayAsync(HttpContext http, IdempotentRequest earlier, int status)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.Headers[Replayed] = "true";
        if (earlier.Location is not null)
            response.Headers.Location = earlier.Location;
        if (store.Body(earlier) is not { Length: > 0 } body)
            return;
        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync(body, http.RequestAborted);
    }

    private async Task ForgetAsync(HttpContext http, string key)
    {
        try
        {
            await store.ForgetAsync(http.User, key);
        }
        catch (Exception exception)
        {
            // What went wrong before is what the caller must hear of. The row says that nobody knows.
            Log.NotForgotten(logger, exception);
        }
    }

    /// <summary>Over who asks, what for, and every byte of the body.</summary>
    private static async Task<byte[]> HashAsync(HttpContext http)
    {
        var request = http.Request;
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{http.User.GetUserId()}\n{request.Method}\n{request.Path}{request.QueryString}\n"));
        hash.AppendData(await SHA256.HashDataAsync(request.Body, http.RequestAborted));
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    private static Task RefuseAsync(HttpContext http, int status, string detail) => TypedResults.Problem(detail, statusCode: status).ExecuteAsync(http);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A request that was not done could not be forgotten: the same key will be answered with 409")]
        public static partial void NotForgotten(ILogger logger, Exception exception);
    }
}
