namespace LabsToGo.Testing;

/// <param name="Recipients">Of the envelope: who would really get it.</param>
/// <param name="Text">Header and body as they came.</param>
public sealed record SunkMail(IReadOnlyList<string> Recipients, string Text);
