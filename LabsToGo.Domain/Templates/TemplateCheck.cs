namespace LabsToGo.Domain.Templates;

/// <summary>What is to be said about a template before anyone receives it.</summary>
/// <param name="Errors">Must be mended before a start.</param>
/// <param name="Warnings">May be meant.</param>
/// <param name="Marks">The words that the warnings speak of, in the order of the template; they don't overlap.</param>
public sealed record TemplateCheck(IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings, IReadOnlyList<TextMark> Marks);
