using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Patients;

namespace LabsToGo.Api.Campaigns;

internal static class Audiences
{
    public static Audience ToAudience(this AudienceFilter? filter) => filter is null ? new() : new(
        filter.States is { Count: > 0 } states ? [.. states.Select((string? state) => state?.Trim().ToUpperInvariant() ?? "").Distinct().Order()] : null,
        string.IsNullOrWhiteSpace(filter.PostalCodePrefix) ? null : filter.PostalCodePrefix.Trim(),
        filter.MinAge,
        filter.MaxAge,
        filter.ImportId);

    public static AudienceFilter ToFilter(this Audience audience) =>
        new(audience.States, audience.PostalCodePrefix, audience.MinAge, audience.MaxAge, audience.ImportId);

    /// <returns>What is wrong, by field; none when nothing is.</returns>
    public static FieldErrors Problems(this Audience audience)
    {
        var problems = new FieldErrors();
        var unknown = audience.States?.Where(state => !UsStates.IsCode(state)).ToList() ?? [];
        if (unknown.Count > 0)
            problems.Add(
                "audience.states",
                $"{string.Join(", ", unknown.Select(state => state.Length is 0 or > 20 ? "One of them" : state))} is no state. " +
                "Use two-letter codes such as TX.");
        if (audience is { MinAge: { } min, MaxAge: { } max } && min > max)
            problems.Add("audience.maxAge", "The highest age is below the lowest, so nobody fits.");
        return problems;
    }
}
