using LabsToGo.Domain.Consent;

namespace LabsToGo.Data.Consent;

/// <summary>The row of <see cref="LabsToGoDbContext.CurrentConsent"/>.</summary>
public sealed record CurrentConsent(ConsentKind Kind);
