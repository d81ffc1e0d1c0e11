namespace LabsToGo.Data.Tenancy;

/// <summary>The questions that come before the organization is known; the policies open just the table in question, for reading.</summary>
public enum TenantLookup
{
    None,

    /// <summary>Whose account signs in, or whose refresh token is shown.</summary>
    Accounts,

    /// <summary>Whose number a reply came to.</summary>
    Senders,

    /// <summary>Whose API key it is.</summary>
    ApiKeys,

    /// <summary>Whose file has expired.</summary>
    Files,
}
