using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Tokens;

namespace LabsToGo.Api.Accounts.SigningKeys;

/// <summary>The public halves as a JSON Web Key Set (RFC 7517), for whoever else checks our tokens.</summary>
internal static class PublishedKeys
{
    public static void MapPublishedKeys(this IEndpointRouteBuilder app) =>
        app.MapGet("/.well-known/jwks.json", GetAsync).AllowAnonymous().WithTags("Account");

    private static async Task<Ok<PublishedKeySet>> GetAsync(SigningKeyRing ring, HttpResponse response, CancellationToken cancellationToken)
    {
        // Shorter than the day that a key is published before it signs.
        response.Headers.CacheControl = "public, max-age=3600";
        var keys = await ring.PublishedAsync(cancellationToken);
        return TypedResults.Ok(new PublishedKeySet([.. keys.Select(ToPublished)]));
    }

    private static PublishedKey ToPublished(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new PublishedKey(
            "EC", "P-256", "sig", SecurityAlgorithms.EcdsaSha256, key.KeyId, Base64UrlEncoder.Encode(point.X!), Base64UrlEncoder.Encode(point.Y!));
    }

    internal sealed record PublishedKeySet(IReadOnlyList<PublishedKey> Keys);

    internal sealed record PublishedKey(string Kty, string Crv, string Use, string Alg, string Kid, string X, string Y);
}
