namespace LabsToGo.Domain.Campaigns;

/// <summary>Which patients a campaign means. Every part that is given must fit; an empty audience is every patient.</summary>
/// <param name="States">Two upper-case letters each.</param>
/// <param name="PostalCodePrefix">1 to 5 digits.</param>
/// <param name="MinAge">In completed years on the day of planning.</param>
/// <param name="ImportId">Only patients last added or changed by this import.</param>
/// <param name="PatientId">This patient alone, whatever the other parts say.</param>
public sealed record Audience(
    IReadOnlyList<string>? States = null,
    string? PostalCodePrefix = null,
    int? MinAge = null,
    int? MaxAge = null,
    Guid? ImportId = null,
    Guid? PatientId = null);
