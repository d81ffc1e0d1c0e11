namespace LabsToGo.Web.Components.Pages.Audit;

/// <summary>The log's actions in words: <c>patient.read-consent</c> becomes "Patient: read consent".</summary>
internal static class AuditWords
{
    public static IReadOnlyList<(string Key, string Label)> Subjects { get; } =
    [
        ("", "Everything"), ("patient", "Patients"), ("import", "Imports"), ("file", "Kept files"), ("campaign", "Campaigns"), ("message", "Messages"),
        ("sender", "Sender numbers"), ("organization", "Settings"), ("account", "Sign-ins and own accounts"), ("user", "Users"), ("api-key", "API keys"),
        ("queue", "Queue"), ("audit", "Audit log"),
        ("dashboard", "Dashboard"),
    ];

    public static string Of(string action)
    {
        var parts = action.Split('.', 2);
        var subject = parts[0].Replace('-', ' ');
        return $"{char.ToUpperInvariant(subject[0])}{subject[1..]}: {(parts.Length > 1 ? parts[1].Replace('-', ' ') : "")}";
    }

    public static string OfOutcome(string outcome) => outcome.Split(' ')[0] switch
    {
        "denied" when char.IsAsciiDigit(outcome[^1]) => "not allowed",
        "denied" => $"not allowed: {outcome["denied ".Length..]}",
        "refused" => $"not done ({outcome})",
        "failed" => $"failed ({outcome})",
        _ => outcome,
    };
}
