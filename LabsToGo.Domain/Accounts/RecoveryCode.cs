using System.Security.Cryptography;

namespace LabsToGo.Domain.Accounts;

/// <summary>What stands in for a lost phone: ten letters (50 random bits), written as <c>ABCDE-FGHIJ</c>.</summary>
public static class RecoveryCode
{
    private const int Letters = 10;

    public static string New()
    {
        var letters = RandomNumberGenerator.GetString(Base32.Alphabet, Letters);
        return $"{letters[..(Letters / 2)]}-{letters[(Letters / 2)..]}";
    }

    /// <summary>
    /// As it was given, however it is typed: small letters, spaces, and digits that look like the letters which are meant (there is no 0, 1 or 8).
    /// </summary>
    public static string Normalize(string typed) =>
        string.Concat(typed.ToUpperInvariant().Where(char.IsLetterOrDigit).Select(letter => letter switch
        {
            '0' => 'O',
            '1' => 'I',
            '8' => 'B',
            _ => letter,
        }));
}
