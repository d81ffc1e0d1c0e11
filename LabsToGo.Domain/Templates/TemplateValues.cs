namespace LabsToGo.Domain.Templates;

/// <summary>What fills a template for one patient. An empty value that the text would show makes it unsendable to that patient.</summary>
public readonly record struct TemplateValues(string? FirstName, string? LastName, string? City, string? LabName);
