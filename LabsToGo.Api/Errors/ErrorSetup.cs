using LabsToGo.Api.Accounts.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace LabsToGo.Api.Errors;

internal static class ErrorSetup
{
    public static void AddErrors(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            context.ProblemDetails.Detail ??= InWords(context.ProblemDetails, context.HttpContext);
            if (context.ProblemDetails is HttpValidationProblemDetails validation)
                FieldNames.Apply(validation);
        });
        services.AddExceptionHandler<ProblemExceptionHandler>();
        // So that a body that can't be read meets the handler, with its reason, in every environment.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    /// <summary>Exceptions and bare status codes alike leave as problem details.</summary>
    public static void UseErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // The handler logs what nobody expected, with the trace id that the caller was told.
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePages();
    }

    private static string? InWords(ProblemDetails problem, HttpContext http) => problem.Status switch
    {
        StatusCodes.Status400BadRequest when problem is HttpValidationProblemDetails => "Some fields need another look.",
        StatusCodes.Status401Unauthorized => "Sign in first: this needs a valid access token, which ends after some minutes, or an API key that has not ended.",
        StatusCodes.Status403Forbidden => Denials.InWords(http),
        StatusCodes.Status404NotFound => "This does not exist (any more).",
        StatusCodes.Status405MethodNotAllowed => "This address does not answer to that method.",
        StatusCodes.Status415UnsupportedMediaType => "The request's body must be JSON (Content-Type: application/json).",
        StatusCodes.Status429TooManyRequests => "Too many requests. Please wait a minute and try again.",
        StatusCodes.Status500InternalServerError => "Something went wrong on the server. If it happens again, tell your administrator the trace id.",
        _ => null,
    };
}
