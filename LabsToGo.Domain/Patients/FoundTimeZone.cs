namespace LabsToGo.Domain.Patients;

/// <param name="Zones">
/// The IANA name of the zone; several with commas between where it is not certain which one it is: only hours that all of them allow are kept then. Empty when
/// nothing tells any.
/// </param>
public readonly record struct FoundTimeZone(string Zones, TimeZoneBasis Basis)
{
    /// <summary>In characters, of <see cref="Zones"/>.</summary>
    public const int Longest = 160;
}
