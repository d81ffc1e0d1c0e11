using System.Security.Cryptography;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LabsToGo.Api.Accounts;

/// <summary>Makes the pair of tokens of a sign-in. The refresh token is put into the context, to be saved by the caller.</summary>
internal sealed class TokenIssuer(LabsToGoDbContext db, IOptions<JwtOptions> options, TimeProvider time)
{
    private readonly JwtOptions jwt = options.Value;

    public TokenResponse Issue(User user, Guid familyId)
    {
        var now = time.GetUtcNow();
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
        var refresh = new RefreshToken
        {
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            OrganizationId = user.OrganizationId,
            FamilyId = familyId,
            Hash = Hash(token),
            ExpiresAt = now + jwt.RefreshTokenLifetime,
        };
        db.Add(refresh);
        var expiresAt = now + jwt.AccessTokenLifetime;
        return new TokenResponse(AccessToken(user, now, expiresAt), expiresAt, token, refresh.ExpiresAt);
    }

    public static byte[] Hash(string refreshToken) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(refreshToken));

    private string AccessToken(User user, DateTimeOffset now, DateTimeOffset expiresAt) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = JwtOptions.Issuer,
            Audience = JwtOptions.Audience,
            IssuedAt = now.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                [ApiClaims.UserId] = user.Id.ToString(),
                [ApiClaims.Name] = user.Name,
                [ApiClaims.Email] = user.Email ?? "",
                [ApiClaims.Role] = user.Role.Stored(),
                [ApiClaims.OrganizationId] = user.OrganizationId.ToString(),
            },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(jwt.KeyBytes()), SecurityAlgorithms.HmacSha256),
        });
}
