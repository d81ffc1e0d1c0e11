using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LabsToGo.Domain.Accounts;

/// <summary>Time-based one-time codes as every authenticator app makes them: RFC 6238 with SHA-1, a step of 30 seconds, and 6 digits.</summary>
public static class Totp
{
    /// <summary>In bytes: 160 bits, as RFC 4226 (R6) recommends.</summary>
    public const int KeyLength = 20;

    public const int Digits = 6;

    private const int StepSeconds = 30, Modulus = 1_000_000;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>Steps of 30 seconds since 1970.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>Six digits, zeros in front included.</summary>
    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What RFC 6238 and the apps use; HMAC does not rest on SHA-1's resistance to collisions.
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        // RFC 4226, 5.3: the last four bits say where the number stands.
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Looks at the present step and its two neighbours: clocks differ, and people type slowly (RFC 6238, 5.2).</summary>
    /// <returns>The step whose code it is; null when it is none of them.</returns>
    public static long? StepOf(byte[] key, string code, DateTimeOffset now)
    {
        var present = StepAt(now);
        var typed = Encoding.UTF8.GetBytes(code);
        long? found = null;
        // All three, always, so that the time it takes says nothing.
        foreach (var step in (long[])[present + 1, present - 1, present])
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(Code(key, step))))
                found = step;
        }
        return found;
    }

    /// <summary>What the QR code holds (Google Authenticator's key URI format, which all apps read).</summary>
    public static string KeyUri(byte[] key, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}" +
        $"?secret={Base32.Encode(key)}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period={StepSeconds}";
}
