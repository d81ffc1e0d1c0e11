using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace LabsToGo.Api.Accounts;

/// <summary>How an access token is checked: our own signature, issuer and audience, and by our clock to the second.</summary>
internal sealed class BearerTokens(IOptions<JwtOptions> jwt, TimeProvider time) : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(string? name, JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = JwtOptions.Issuer,
            ValidAudience = JwtOptions.Audience,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = new SymmetricSecurityKey(jwt.Value.KeyBytes()),
            NameClaimType = ApiClaims.Name,
            RoleClaimType = ApiClaims.Role,
            LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime,
        };
    }

    public void Configure(JwtBearerOptions options) => Configure(null, options);
}
