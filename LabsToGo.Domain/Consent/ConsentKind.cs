namespace LabsToGo.Domain.Consent;

public enum ConsentKind
{
    Granted,
    Revoked,

    /// <summary>Nothing is known of the number, as before: what an import had said of it was undone.</summary>
    Unknown,
}
