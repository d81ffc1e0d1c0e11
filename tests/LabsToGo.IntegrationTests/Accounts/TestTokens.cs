using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LabsToGo.IntegrationTests.Accounts;

/// <summary>Tokens that somebody has tampered with.</summary>
internal static class TestTokens
{
    /// <summary>Properly signed by our own key, with other claims.</summary>
    public static string Forged(string token, ECDsa key, Action<JsonNode> change)
    {
        var (header, payload, _) = Parts(token);
        change(payload);
        var text = Text(header, payload);
        return $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}";
    }

    /// <summary>Other claims, with the signature of the original.</summary>
    public static string Altered(string token, Action<JsonNode> change)
    {
        var (header, payload, signature) = Parts(token);
        change(payload);
        return $"{Text(header, payload)}.{signature}";
    }

    /// <summary>The algorithm "none".</summary>
    public static string Unsigned(string token)
    {
        var (header, payload, _) = Parts(token);
        header["alg"] = "none";
        return $"{Text(header, payload)}.";
    }

    /// <summary>Signed by the published key as if it were a shared secret (HS256).</summary>
    public static string Confused(string token, byte[] publicKey)
    {
        var (header, payload, _) = Parts(token);
        header["alg"] = "HS256";
        var text = Text(header, payload);
        return $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(publicKey, Encoding.ASCII.GetBytes(text)))}";
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
