using System.Text;

namespace LabsToGo.Domain.Accounts;

/// <summary>
/// NIST SP 800-63B: long, and not what guessers try first; no rules about kinds of characters, no forced changes.
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 12, Longest = 128;

    private const int FewestDifferent = 5;

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    /// <param name="names">What a guesser knows of the person: their name, e-mail address, organization.</param>
    /// <returns>What is wrong with it, in words; empty when it will do.</returns>
    public static IReadOnlyList<string> Problems(string password, params ReadOnlySpan<string> names)
    {
        var problems = new List<string>();
        if (password.Length < Shortest)
            problems.Add($"Use at least {Shortest} characters. A sentence of four or five words is easy to remember.");
        if (password.Length > Longest)
            problems.Add($"Use at most {Longest} characters.");
        if (problems.Count > 0)
            return problems;

        var plain = Plain(password);
        if (password.Distinct().Count() < FewestDifferent || Walks(plain) || Common.Value.Contains(plain) || Common.Value.Contains(Halved(plain)))
            problems.Add(
                "This password is one of those that are tried first: a common word, with numbers or signs added, or keys in a row. Use several words that " +
                "don't belong together.");
        if (Names(names).Any(name => plain.Contains(name, StringComparison.Ordinal)))
            problems.Add("Leave your name, your e-mail address, and the names of the laboratory and of this program out of the password.");
        return problems;
    }

    /// <summary>Lower case, signs that stand for letters read as those, digits and signs before and behind cut off.</summary>
    private static string Plain(string password)
    {
        var core = password.ToLowerInvariant().AsSpan().Trim("0123456789!?.,;:-_+*#&/()[]{}<>=~^%'\"\\| ").ToString();
        var plain = new StringBuilder(core.Length);
        foreach (var letter in core)
        {
            plain.Append(letter switch
            {
                '0' => 'o',
                '1' or '!' or '|' => 'i',
                '3' => 'e',
                '4' or '@' => 'a',
                '5' or '$' => 's',
                '7' => 't',
                _ => letter,
            });
        }
        return plain.Replace(" ", "").Replace("-", "").Replace("_", "").Replace(".", "").ToString();
    }

    /// <summary>"passwordpassword" is no better than half of it.</summary>
    private static string Halved(string plain) =>
        plain.Length % 2 == 0 && plain[..(plain.Length / 2)] == plain[(plain.Length / 2)..] ? plain[..(plain.Length / 2)] : plain;

    /// <summary>Nothing but keys or letters in a row.</summary>
    private static bool Walks(string plain) =>
        plain.Length == 0
            || ((string[])["qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz", "qazwsxedcrfvtgbyhnujmikolp"])
                .Any(row => (row + row).Contains(plain, StringComparison.Ordinal));

    private static IEnumerable<string> Names(ReadOnlySpan<string> names) =>
        names.ToArray()
            .SelectMany(name => name.ToLowerInvariant().Split([' ', '@', '.', '-', '_', ','], StringSplitOptions.RemoveEmptyEntries))
            .Where(name => name.Length >= 4 && name is not ("example" or "mail" or "gmail"))
            .Append("labstogo");

    private static HashSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("LabsToGo.Domain.Accounts.common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not embedded in LabsToGo.Domain.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#')];
    }
}
