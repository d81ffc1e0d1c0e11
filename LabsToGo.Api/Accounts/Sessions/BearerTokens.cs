using LabsToGo.Api.Accounts.SigningKeys;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace LabsToGo.Api.Accounts.Sessions;

/// <summary>How an access token is checked: our own signature, issuer and audience, by our clock to the second, and its session still runs.</summary>
internal sealed class BearerTokens(SigningKeyRing keys, TimeProvider time) : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(string? name, JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = JwtOptions.Issuer,
            ValidAudience = JwtOptions.Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            // Read a moment ago by OnMessageReceived, so that nothing is waited for here.
            IssuerSigningKeyResolver = (_, _, kid, _) => keys.PublishedAsync(CancellationToken.None).GetAwaiter().GetResult().Where(key => key.KeyId == kid),
            NameClaimType = ApiClaims.Name,
            RoleClaimType = ApiClaims.Role,
            LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime,
        };
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = context => keys.PublishedAsync(context.HttpContext.RequestAborted),
            OnTokenValidated = RunningSession.CheckAsync,
        };
    }

    public void Configure(JwtBearerOptions options) => Configure(null, options);
}
