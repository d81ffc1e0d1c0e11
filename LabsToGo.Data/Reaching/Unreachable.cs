namespace LabsToGo.Data.Reaching;

/// <summary>The row of <see cref="LabsToGoDbContext.Unreachable(Guid, string)"/>.</summary>
/// <param name="Code">Twilio's.</param>
public sealed record Unreachable(int Code, DateTimeOffset Since);
