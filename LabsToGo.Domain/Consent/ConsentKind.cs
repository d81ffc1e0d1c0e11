namespace LabsToGo.Domain.Consent;

public enum ConsentKind
{
    Granted,
    Revoked,

    /// <summary>The person wrote what may be an opt-out: nothing is sent but answers, until somebody decides or the person says it clearly.</summary>
    Held,

    /// <summary>Nothing is known of the number, as before: what an import had said of it was undone.</summary>
    Unknown,
}
