namespace LabsToGo.Data.Tenancy;

/// <summary>The three roles in Postgres.</summary>
public static class DatabaseRoles
{
    /// <summary>Owns the schema; migrations only.</summary>
    public const string Owner = "labstogo_owner";

    /// <summary>The Api: row-level security is enforced, no bypass.</summary>
    public const string Api = "labstogo_api";

    /// <summary>The workers: bypasses row-level security, no access to the identity tables.</summary>
    public const string Service = "labstogo_service";
}
