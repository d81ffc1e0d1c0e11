using LabsToGo.Domain.Consent;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What people write into a column that asks whether texts are allowed.</summary>
public static class ConsentWords
{
    /// <param name="kind">Null when the text is empty: the row says nothing.</param>
    /// <returns>False for a word that means neither.</returns>
    public static bool TryParse(string text, out ConsentKind? kind)
    {
        kind = null;
        if (text.Length == 0)
            return true;
        Span<char> lower = stackalloc char[16];
        var length = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character))
                continue;
            if (length == lower.Length)
                return false;
            lower[length++] = char.ToLowerInvariant(character);
        }
        kind = lower[..length] switch
        {
            "y" or "yes" or "true" or "t" or "1" or "x" or "granted" or "given" or "agreed" or "ok" or "okay" or "optin" or "optedin" or "in" or "subscribed"
                or "active" => ConsentKind.Granted,
            "n" or "no" or "false" or "f" or "0" or "revoked" or "declined" or "refused" or "denied" or "stop" or "optout" or "optedout" or "out"
                or "unsubscribed" or "none" or "never" => ConsentKind.Revoked,
            _ => null,
        };
        return kind is not null;
    }

    public static ConsentKind? Opposite(ConsentKind? kind) => kind switch
    {
        ConsentKind.Granted => ConsentKind.Revoked,
        ConsentKind.Revoked => ConsentKind.Granted,
        _ => null,
    };
}
