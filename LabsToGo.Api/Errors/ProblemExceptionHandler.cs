using System.Diagnostics;
using LabsToGo.Domain;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace LabsToGo.Api.Errors;

/// <summary>The one place where an exception becomes an answer: what a person can mend is said, what they can't gets a trace id and no internals.</summary>
internal sealed partial class ProblemExceptionHandler(IProblemDetailsService problems, ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    private const string RetryAfterSeconds = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            DomainException refused => new ProblemDetails { Status = StatusCodes.Status409Conflict, Detail = refused.Message },
            BadHttpRequestException bad => new ProblemDetails { Status = bad.StatusCode, Detail = BadRequests.InWords(bad) },
            _ when exception.IsDatabaseAway() => new ProblemDetails
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Detail = "The database does not answer just now. Nothing is lost; please try again in a moment.",
            },
            _ => new ProblemDetails { Status = StatusCodes.Status500InternalServerError },
        };
        http.Response.StatusCode = problem.Status!.Value;
        if (problem.Status is StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
        if (problem.Status >= StatusCodes.Status500InternalServerError)
            Log.Failed(logger, Activity.Current?.Id ?? http.TraceIdentifier, exception);
        // A caller who accepts no JSON, such as one of live events, gets the status alone.
        await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = problem });
        return true;
    }

    private static partial class Log
    {
        /// <param name="traceId">As the caller was told it: the problem's <c>traceId</c>.</param>
        [LoggerMessage(LogLevel.Error, "A request failed, trace id {TraceId}")]
        public static partial void Failed(ILogger logger, string traceId, Exception exception);
    }
}
