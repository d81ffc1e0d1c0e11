using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LabsToGo.ServiceDefaults.Edge;

public static class Https
{
    public static void AddHttps(this IServiceCollection services) => services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));

    /// <summary>
    /// For what people open in a browser. Outside of Development: browsers are told to come by HTTPS alone, and plain HTTP is sent there, wherever
    /// <c>HTTPS_PORT</c> or an address of ours says where that is. Not the probes: an orchestrator asks within.
    /// </summary>
    public static void RedirectToHttps(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            return;
        app.UseHsts();
        app.UseWhen(http => !Health.IsProbe(http.Request.Path), secure => secure.UseHttpsRedirection());
    }

    /// <summary>
    /// For what programs call: the same, but plain HTTP is refused instead of sent on (ASVS 5.0, 4.1.2). Its token and its data have been read on the way
    /// already, and whoever wrote the address has to learn that.
    /// </summary>
    public static void RequireHttps(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            return;
        app.UseHsts();
        app.UseWhen(
            http => !http.Request.IsHttps && !Health.IsProbe(http.Request.Path) && app.IsReachedByHttps(),
            plain => plain.Run(http => TypedResults.Problem(
                "This is reached by HTTPS alone. Change the address to one with https://, and replace the token or API key that was just sent in the clear.",
                statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(http)));
    }

    private static bool IsReachedByHttps(this WebApplication app) =>
        app.Configuration["HTTPS_PORT"] is { Length: > 0 } || app.Urls.Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
}
