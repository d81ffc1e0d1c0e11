namespace LabsToGo.Domain.Accounts;

/// <summary>A set of permissions, one per user; which ones, the Api says. Each role may all that the one before it may.</summary>
public enum Role
{
    Viewer,
    Staff,
    Manager,
    Admin,
    Owner,
}
