using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LabsToGo.Api.Accounts.ApiKeys;

/// <summary>The key itself: what kind it is, then 256 random bits. The beginning lets scanners of repositories and logs find one that leaked.</summary>
internal static class ApiKeySecret
{
    private const string Live = "ltg_live_", Test = "ltg_test_", Beginning = "Bearer ltg_";

    private const int PrefixLength = 16;

    public static string Make(bool test) => (test ? Test : Live) + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept to tell keys apart: seven of its random characters, of forty-three.</summary>
    public static string Prefix(string secret) => secret[..PrefixLength];

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether the request shows a key, good or not; else it is a token's turn.</summary>
    public static bool IsShown(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Beginning, StringComparison.OrdinalIgnoreCase);

    public static string Read(HttpRequest request) => request.Headers.Authorization.ToString()["Bearer ".Length..].Trim();
}
