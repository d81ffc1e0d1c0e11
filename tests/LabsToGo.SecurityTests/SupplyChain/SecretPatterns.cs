using System.Text.RegularExpressions;

namespace LabsToGo.SecurityTests.SupplyChain;

/// <summary>What secrets look like.</summary>
internal static partial class SecretPatterns
{
    public static IReadOnlyDictionary<string, Regex> All { get; } = new Dictionary<string, Regex>
    {
        ["a private key"] = PrivateKey(),
        ["a key of a cloud or a service"] = ServiceKey(),
        ["one of Twilio's ids or keys"] = Twilio(),
        ["one of our API keys"] = OurKey(),
        ["a signed token"] = Token(),
        ["a password in an address"] = PasswordInAddress(),
        ["a password or secret set to a value"] = Setting(),
    };

    [GeneratedRegex("-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(
        @"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40,}|xox[abprs]-[\w-]{10,}|" +
        @"AIza[\w-]{35}|sk_live_\w{16,}|npm_\w{36}|oy2[a-z0-9]{43}|SG\.[\w-]{22}\.[\w-]{43})\b")]
    private static partial Regex ServiceKey();

    [GeneratedRegex(@"\b(?:AC|SK)[0-9a-f]{32}\b")]
    private static partial Regex Twilio();

    [GeneratedRegex(@"\bltg_(?:live|test)_[\w-]{43}")]
    private static partial Regex OurKey();

    [GeneratedRegex(@"\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}")]
    private static partial Regex Token();

    [GeneratedRegex(@"\b[a-z]{3,12}://[^\s/:@""'`{}<>]+:(?<value>[^\s/:@""'`{}<>]+)@")]
    private static partial Regex PasswordInAddress();

    [GeneratedRegex(@"(?i)(?:password|passwd|pwd|secret|auth[-_]?token|api[-_]?key)""?\s*(?:=|:|=>)\s*""(?<value>[^""{}\s][^""{}\r\n]{5,})""")]
    private static partial Regex Setting();
}
