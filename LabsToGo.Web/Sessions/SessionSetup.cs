using LabsToGo.Contracts.Http;
using LabsToGo.Web.Clients;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace LabsToGo.Web.Sessions;

internal static class SessionSetup
{
    public static void AddSessions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionRefresher>();
        services.AddSingleton<SessionCookieEvents>();
        services.AddSingleton<AccountClient>();
        services.AddScoped<ApiSession>();
        services.AddScoped<SessionSignIn>();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();

        var secure = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "labstogo";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = secure;
            cookie.EventsType = typeof(SessionCookieEvents);
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/not-allowed";
            cookie.ReturnUrlParameter = "returnUrl";
            // Sliding would re-issue the tokens that a request came with, over newer ones that another request has just set.
            cookie.SlidingExpiration = false;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "labstogo-form";
            options.Cookie.SecurePolicy = secure;
        });
        // What is shown; the Api itself asks again with each call.
        var authorization = services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var permission in Permission.All)
            authorization.AddPolicy(permission, policy => policy.RequireClaim(SessionClaims.Permission, permission));
    }
}
