namespace LabsToGo.Domain.Consent;

public enum ConsentKind
{
    Granted,
    Revoked,
}
