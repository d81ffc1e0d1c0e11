using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Campaigns;

namespace LabsToGo.Api.Campaigns;

internal static class Audiences
{
    private static readonly HashSet<string> States =
    [
        .. "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI".Split(' '),
    ];

    public static Audience ToAudience(this AudienceFilter? filter) => filter is null ? new() : new(
        filter.States is { Count: > 0 } states ? [.. states.Select((string? state) => state?.Trim().ToUpperInvariant() ?? "").Distinct().Order()] : null,
        string.IsNullOrWhiteSpace(filter.PostalCodePrefix) ? null : filter.PostalCodePrefix.Trim(),
        filter.MinAge,
        filter.MaxAge,
        filter.ImportId);

    public static AudienceFilter ToFilter(this Audience audience) =>
        new(audience.States, audience.PostalCodePrefix, audience.MinAge, audience.MaxAge, audience.ImportId);

    /// <returns>What is wrong, by field; empty when nothing is.</returns>
    public static Dictionary<string, string[]> Problems(this Audience audience)
    {
        var problems = new Dictionary<string, string[]>();
        var unknown = audience.States?.Where(state => !States.Contains(state)).ToList() ?? [];
        if (unknown.Count > 0)
            problems["audience.states"] = [$"{string.Join(", ", unknown.Select(state => state.Length is 0 or > 20 ? "One of them" : state))} is no state. Use two-letter codes such as TX."];
        if (audience is { MinAge: { } min, MaxAge: { } max } && min > max)
            problems["audience.maxAge"] = ["The highest age is below the lowest, so nobody fits."];
        return problems;
    }
}
