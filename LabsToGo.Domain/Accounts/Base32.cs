using System.Text;

namespace LabsToGo.Domain.Accounts;

/// <summary>RFC 4648, section 6, without padding: how authenticator apps read and people type a key.</summary>
public static class Base32
{
    public const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private const int BitsPerLetter = 5;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + BitsPerLetter - 1) / BitsPerLetter);
        var (held, bits) = (0, 0);
        foreach (var next in bytes)
        {
            (held, bits) = ((held << 8) | next, bits + 8);
            for (; bits >= BitsPerLetter; bits -= BitsPerLetter)
                text.Append(Alphabet[(held >> (bits - BitsPerLetter)) & 31]);
            held &= (1 << bits) - 1;
        }
        if (bits > 0)
            text.Append(Alphabet[(held << (BitsPerLetter - bits)) & 31]);
        return text.ToString();
    }
}
