using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Components.Pages.Settings;

/// <summary>The organization's settings while they are edited.</summary>
public sealed class OrganizationInput
{
    public string Name { get; set; } = "";
    public string TimeZone { get; set; } = "";

    public string HelpText { get; set; } = "";

    /// <summary>Seven, Sunday first.</summary>
    public IReadOnlyList<DayInput> Days { get; private init; } = [];

    public static OrganizationInput From(OrganizationResponse organization) => new()
    {
        Name = organization.Name,
        TimeZone = organization.TimeZone,
        HelpText = organization.HelpText ?? "",
        Days = [.. organization.AllowedHours.Select((hours, day) => DayInput.From((DayOfWeek)day, hours))],
    };

    public OrganizationRequest ToRequest() => new(Name.Trim(), TimeZone, [.. Days.Select(day => day.ToHours())], HelpText);
}
