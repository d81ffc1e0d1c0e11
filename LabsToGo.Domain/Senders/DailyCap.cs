namespace LabsToGo.Domain.Senders;

/// <summary>
/// What may leave in a day, in segments: carriers cap a number, or all numbers of a registered brand (T-Mobile's lowest tier takes 2,000 a day, and refuses the
/// rest with 30027 or 30023 until midnight in California).
/// </summary>
public static class DailyCap
{
    /// <summary>Below it a single batch might never fit.</summary>
    public const int Least = 200;

    public const int Most = 10_000_000;

    /// <summary>The carriers' day begins and ends with this zone's.</summary>
    public const string TimeZone = "America/Los_Angeles";

    /// <param name="segments">Null for no cap.</param>
    /// <exception cref="DomainException">It is outside of its range.</exception>
    public static int? Checked(int? segments) => segments is < Least or > Most
        ? throw new DomainException($"A daily cap is {Least} to {Most:N0} SMS parts, or none.")
        : segments;
}
