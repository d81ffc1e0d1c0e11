using LabsToGo.Domain.Messages;

namespace LabsToGo.Domain.Templates;

/// <summary>A text for one patient, or the reason why there is none.</summary>
/// <param name="Text">At most 1,600 characters; empty when <paramref name="Skip"/> is set.</param>
public readonly record struct RenderedText(string Text, SkipReason? Skip);
