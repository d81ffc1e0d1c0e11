using System.Globalization;
using LabsToGo.TwilioSandbox.Messages;

namespace LabsToGo.TwilioSandbox.Faults;

/// <summary>What is to go wrong with one create.</summary>
internal readonly record struct Fault(FaultKind Kind, FaultSettings Settings)
{
    public TimeSpan Latency => TimeSpan.FromMilliseconds(Settings.LatencyMilliseconds);

    /// <summary>The message is taken, whatever is answered.</summary>
    public bool Accepts => Kind is not (FaultKind.Refusal or FaultKind.ForbiddenPage or FaultKind.TooManyRequests or FaultKind.ServerError);

    /// <param name="proper">The answer of a well-behaved server; null when the message was not taken.</param>
    public async Task<IResult> AnswerAsync(HttpContext context, IResult? proper)
    {
        switch (Kind)
        {
            case FaultKind.Refusal:
                return Answers.Problem(Settings.RefuseWithCode == 20003 ? 401 : 400, Settings.RefuseWithCode!.Value, "Refused by a switch of the sandbox.");
            case FaultKind.ForbiddenPage:
                return TypedResults.Text("<html><h1>Forbidden</h1></html>", "text/html", statusCode: StatusCodes.Status403Forbidden);
            case FaultKind.TooManyRequests:
                if (Settings.RetryAfterSeconds is { } seconds)
                    context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return Answers.Problem(429, 20429, "Too Many Requests");
            case FaultKind.ServerError:
                return Answers.Problem(500, 20500, "Internal Server Error");
            case FaultKind.ServerErrorAfterAccepting:
                return TypedResults.StatusCode(Random.Shared.GetItems([500, 502, 504], 1)[0]);
            case FaultKind.SilenceAfterAccepting:
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return TypedResults.Empty;
            case FaultKind.ResetAfterAccepting:
                context.Response.StatusCode = StatusCodes.Status201Created;
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = 1_000;
                await context.Response.WriteAsync("{\"sid\": \"SM", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                return TypedResults.Empty;
            case FaultKind.MalformedAfterAccepting:
                return TypedResults.Text("{\"sid\": \"SM", "application/json", statusCode: StatusCodes.Status201Created);
            default:
                return proper!;
        }
    }
}
