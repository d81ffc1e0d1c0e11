using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.SupplyChain;

public sealed class SecretScanTests
{
    /// <summary>What looks like a secret and opens nothing but a demo or a test.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["LabsToGo-Demo-1"] = "the demo accounts, in Development alone",
        ["four ripe melons sing"] = "accounts that tests make",
        ["not it"] = "a wrong password in a test",
        ["test-auth-token"] = "signs webhooks in tests",
        ["a secret for tests, long enough to be taken"] = "the key ring of tests",
        ["service"] = "a database role in tests",
        ["$PASSWORD"] = "what a script was given",
        ["password"] = "the word itself, where an address is explained",
        ["pass"] = "the word itself, in a signed address of the reference vectors",
        ["AC00000000000000000000000000000000"] = "the sandbox's account",
        ["AC00000000000000000000000000000001"] = "the account of the reference vectors",
    };

    [Fact]
    public void No_file_of_the_repository_holds_a_secret()
    {
        var files = TrackedFiles.All();
        var found = files.SelectMany(file => Scan(file, File.ReadAllText(Path.Combine(Clone.Folder, file)))).ToList();

        TestContext.Current.SendDiagnosticMessage($"looked through {files.Count} files for {SecretPatterns.All.Count} kinds of secrets");
        Assert.True(files.Count > 300, $"only {files.Count} files were found");
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void The_scan_finds_each_kind()
    {
        // Put together here, so that this file holds none.
        (string Kind, string Text)[] planted =
        [
            ("a private key", "-----BEGIN EC PRIVATE" + " KEY-----"),
            ("a key of a cloud or a service", "AKIA" + "ABCDEFGHIJKLMNOP"),
            ("a key of a cloud or a service", "ghp" + "_" + new string('a', 36)),
            ("one of Twilio's ids or keys", "SK" + new string('1', 32)),
            ("one of our API keys", "ltg_live" + "_" + new string('x', 43)),
            ("a signed token", "eyJ" + "hbGciOiJFUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0In0.c2lnbmF0dXJl"),
            ("a password in an address", "postgres://labstogo:" + "hunter2@db.example.com/labstogo"),
            ("a password or secret set to a value", "Password" + " = \"correct horse\""),
        ];
        Assert.All(planted, secret => Assert.Contains(Scan("planted.txt", secret.Text), line => line.Contains(secret.Kind, StringComparison.Ordinal)));
        Assert.Empty(SecretPatterns.All.Keys.Except(planted.Select(secret => secret.Kind)));
    }

    /// <returns>Where, and of which kind; never the secret itself.</returns>
    private static IEnumerable<string> Scan(string file, string text)
    {
        foreach (var (kind, pattern) in SecretPatterns.All)
        {
            foreach (System.Text.RegularExpressions.Match match in pattern.Matches(text))
            {
                var value = match.Groups["value"] is { Success: true } group ? group.Value : match.Value;
                if (!Allowed.ContainsKey(value))
                    yield return $"{file}, line {text.AsSpan(0, match.Index).Count('\n') + 1}: {kind}";
            }
        }
    }
}
