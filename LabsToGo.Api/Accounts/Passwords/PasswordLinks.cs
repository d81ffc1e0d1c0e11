using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using LabsToGo.Api.Accounts.Users;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;

namespace LabsToGo.Api.Accounts.Passwords;

internal static class PasswordLinks
{
    /// <summary>Long enough for a weekend.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    /// <summary>Puts a new link into the context, to be saved by the caller. Its token is in the answer alone.</summary>
    public static PasswordLinkResponse Make(LabsToGoDbContext db, User user, Guid createdBy, DateTimeOffset now, bool passkeys = false)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(48));
        var link = new PasswordLink
        {
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            OrganizationId = user.OrganizationId,
            Hash = Hash(token),
            CreatedBy = createdBy,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        db.Add(link);
        return new PasswordLinkResponse(user.ToResponse(passkeys), token, link.ExpiresAt);
    }

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
