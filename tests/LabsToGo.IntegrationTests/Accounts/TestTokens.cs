using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Accounts;

/// <summary>Tokens that somebody has tampered with.</summary>
internal static class TestTokens
{
    /// <summary>Properly signed, and over since an hour.</summary>
    public static string Expired(string token)
    {
        var (header, payload, _) = Parts(token);
        payload["exp"] = DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeSeconds();
        payload["nbf"] = DateTimeOffset.UtcNow.AddHours(-2).ToUnixTimeSeconds();
        payload["iat"] = DateTimeOffset.UtcNow.AddHours(-2).ToUnixTimeSeconds();
        var text = Text(header, payload);
        return $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Stack.JwtSigningKey), Encoding.ASCII.GetBytes(text)))}";
    }

    /// <summary>Says owner, with the signature of the original.</summary>
    public static string Promoted(string token)
    {
        var (header, payload, signature) = Parts(token);
        payload["role"] = "owner";
        return $"{Text(header, payload)}.{signature}";
    }

    /// <summary>The algorithm "none".</summary>
    public static string Unsigned(string token)
    {
        var (header, payload, _) = Parts(token);
        header["alg"] = "none";
        return $"{Text(header, payload)}.";
    }

    private static (JsonNode Header, JsonNode Payload, string Signature) Parts(string token)
    {
        var parts = token.Split('.');
        return (Read(parts[0]), Read(parts[1]), parts[2]);
    }

    private static JsonNode Read(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!;

    private static string Text(JsonNode header, JsonNode payload) =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.ToJsonString()))}";
}
