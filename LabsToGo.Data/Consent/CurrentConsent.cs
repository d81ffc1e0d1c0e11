using LabsToGo.Domain.Consent;

namespace LabsToGo.Data.Consent;

/// <summary>The row of <see cref="LabsToGoDbContext.CurrentConsent"/>, and of what counted before a hold.</summary>
public sealed record CurrentConsent(ConsentKind Kind);
