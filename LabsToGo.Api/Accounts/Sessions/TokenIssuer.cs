using System.Security.Cryptography;
using System.Text;
using LabsToGo.Api.Accounts.SigningKeys;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Domain;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LabsToGo.Api.Accounts.Sessions;

/// <summary>Makes the pair of tokens of a session. What it adds is put into the context, to be saved by the caller.</summary>
internal sealed class TokenIssuer(LabsToGoDbContext db, SigningKeyRing keys, IOptions<JwtOptions> options, IHttpContextAccessor accessor, TimeProvider time)
{
    private const int UserAgentLength = 200;

    private readonly JwtOptions _jwt = options.Value;

    /// <summary>Opens a new session for a user who has just proven to be one.</summary>
    public Task<TokenResponse> OpenAsync(User user, bool secondFactor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var http = accessor.HttpContext!;
        var agent = http.Request.Headers.UserAgent.ToString();
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            OrganizationId = user.OrganizationId,
            CreatedAt = now,
            LastSeenAt = now,
            Address = http.Connection.RemoteIpAddress?.ToString() ?? "",
            UserAgent = StorableText.Of(agent, UserAgentLength),
            SecondFactor = secondFactor,
        };
        db.Add(session);
        user.LastSignInAt = now;
        return IssueAsync(user, session.Id, cancellationToken);
    }

    public async Task<TokenResponse> IssueAsync(User user, Guid sessionId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
        var refresh = new RefreshToken
        {
            Id = Guid.CreateVersion7(now),
            SessionId = sessionId,
            OrganizationId = user.OrganizationId,
            Hash = Hash(token),
            ExpiresAt = now + _jwt.RefreshTokenLifetime,
        };
        db.Add(refresh);
        var expiresAt = now + _jwt.AccessTokenLifetime;
        var access = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = JwtOptions.Issuer,
            Audience = JwtOptions.Audience,
            IssuedAt = now.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                [ApiClaims.UserId] = user.Id.ToString(),
                [ApiClaims.SessionId] = sessionId.ToString(),
                [ApiClaims.Name] = user.Name,
                [ApiClaims.OrganizationId] = user.OrganizationId.ToString(),
            },
            SigningCredentials = new SigningCredentials(await keys.SigningAsync(cancellationToken), SecurityAlgorithms.EcdsaSha256),
        });
        return new TokenResponse(access, expiresAt, token, refresh.ExpiresAt);
    }

    public static byte[] Hash(string refreshToken) => SHA256.HashData(Encoding.UTF8.GetBytes(refreshToken));
}
