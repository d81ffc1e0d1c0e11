namespace LabsToGo.Domain.Templates;

/// <summary>A part of a template to look at.</summary>
/// <param name="Start">In characters, from 0.</param>
/// <param name="Length">At least 1.</param>
public readonly record struct TextMark(int Start, int Length);
