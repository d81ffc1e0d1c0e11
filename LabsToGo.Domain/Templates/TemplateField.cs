namespace LabsToGo.Domain.Templates;

/// <summary>A field that a template may use, as <c>{{ name }}</c>.</summary>
/// <param name="Example">What the preview shows when there is no patient yet.</param>
public sealed record TemplateField(string Name, string Description, string Example);
