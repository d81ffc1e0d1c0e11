namespace LabsToGo.Domain.Templates;

/// <summary>What fills a template for one patient. An empty value that the text would show makes it unsendable to that patient.</summary>
/// <param name="Now">By the clock on the laboratory's wall, for <c>{{ 'now' | date: … }}</c>.</param>
public readonly record struct TemplateValues(string? FirstName, string? LastName, string? City, string? LabName, DateTime Now)
{
    /// <param name="zone">The laboratory's IANA time zone.</param>
    public static DateTime Wall(string zone, DateTimeOffset now) => TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;
}
