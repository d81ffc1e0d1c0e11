using System.Security.Claims;
using System.Text.Encodings.Web;
using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Data;
using LabsToGo.Data.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabsToGo.Api.Accounts.ApiKeys;

/// <summary>
/// Lets a program in by its key. The database is asked with each request, so a key that was revoked, or whose maker was disabled, is refused from
/// the next request on; and it may do what it was given as far as its maker may by now.
/// </summary>
internal sealed partial class ApiKeySignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, LabsToGoDbContext db, Tenant tenant, TimeProvider time,
    ILogger<ApiKeySignIn> log)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "ApiKey";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var stop = Context.RequestAborted;
        var hash = ApiKeySecret.Hash(ApiKeySecret.Read(Request));
        tenant.Find(TenantLookup.ApiKeys);
        var shown = await db.ApiKeys.Where(key => key.Hash == hash).Select(key => new { key.Id, key.OrganizationId }).SingleOrDefaultAsync(stop);
        if (shown is null)
            return AuthenticateResult.Fail("There is no such API key.");

        tenant.Use(shown.OrganizationId);
        if (await db.FindRunningKeyAsync(shown.Id, stop) is not { } running)
        {
            Log.Ended(log, shown.Id);
            return AuthenticateResult.Fail("The API key has ended.");
        }
        await db.SetUsedAsync(running.Key, time.GetUtcNow(), stop);
        return AuthenticateResult.Success(new AuthenticationTicket(Caller(running), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }

    private static ClaimsPrincipal Caller(RunningKey running)
    {
        var (key, makersRole) = running;
        var caller = new ClaimsIdentity(SchemeName, ApiClaims.Name, ApiClaims.Role);
        caller.AddClaim(new Claim(ApiClaims.UserId, key.Id.ToString()));
        caller.AddClaim(new Claim(ApiClaims.Name, ApiKeyNames.Of(key.Name)));
        caller.AddClaim(new Claim(ApiClaims.OrganizationId, key.OrganizationId.ToString()));
        caller.AddClaims(key.Scopes.Where(scope => makersRole.May(scope)).Select(scope => new Claim(ApiClaims.Scope, scope)));
        if (key.Test)
            caller.AddClaim(new Claim(ApiClaims.Test, "true"));
        return new ClaimsPrincipal(caller);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "API key {KeyId} was shown, but is not taken any more")]
        public static partial void Ended(ILogger logger, Guid keyId);
    }
}
