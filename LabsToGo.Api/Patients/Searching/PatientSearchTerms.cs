using LabsToGo.Domain.Patients;

namespace LabsToGo.Api.Patients.Searching;

/// <summary>What somebody typed, as the beginnings that it may be: of a phone number, a patient number, a last or a first name.</summary>
internal sealed record PatientSearchTerms(string? Phone, string[] ExternalIds, string? Name, string? SecondName)
{
    public bool IsEmpty => Phone is null && ExternalIds.Length == 0 && Name is null;

    public static PatientSearchTerms Parse(string? search)
    {
        var text = string.Concat((search ?? "").Where(character => !char.IsControl(character))).Trim();
        if (text.Length == 0)
            return new(null, [], null, null);

        var (name, second) = Names(text);
        return text.Any(char.IsLetter) ? new(null, ExternalIdPrefixes(text), name, second) : new(PhonePrefix(text), [text], null, null);
    }

    /// <summary>As typed, and as most laboratories write them.</summary>
    private static string[] ExternalIdPrefixes(string text) => [.. new[] { text, text.ToUpperInvariant() }.Distinct()];

    /// <summary>"Smith, Jo", "Jo Smith" or "Smith Jo": either word may be the beginning of either name.</summary>
    private static (string First, string? Second) Names(string text)
    {
        var lower = text.ToLowerInvariant();
        var comma = lower.IndexOf(',', StringComparison.Ordinal);
        var at = comma >= 0 ? comma : lower.IndexOf(' ', StringComparison.Ordinal);
        if (at < 0)
            return (lower, null);
        var (left, right) = (lower[..at].Trim(), lower[(at + 1)..].Trim());
        return left.Length == 0 ? (right, null) : right.Length == 0 ? (left, null) : (left, right);
    }

    /// <summary>A whole number in any notation, or the digits with which one begins, with or without the 1.</summary>
    private static string? PhonePrefix(string text)
    {
        if (PhoneNumber.TryNormalize(text, out var e164, out _))
            return e164;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 0 ? null
            : text.StartsWith('+') ? $"+{digits}"
            : digits.StartsWith('1') ? $"+{digits}"
            : $"+1{digits}";
    }
}
