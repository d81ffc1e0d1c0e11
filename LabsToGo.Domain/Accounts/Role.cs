namespace LabsToGo.Domain.Accounts;

/// <summary>What a user may do. Viewers read; the others also write.</summary>
public enum Role
{
    Viewer,
    Staff,
    Manager,
    Owner,
}
