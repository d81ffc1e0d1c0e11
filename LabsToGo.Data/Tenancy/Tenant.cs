namespace LabsToGo.Data.Tenancy;

/// <summary>
/// The organization for which this scope (one request) works; set once it is known, from a token or a signed webhook's address.
/// Until then the <c>api</c> role sees no tenant row at all.
/// </summary>
public sealed class Tenant
{
    public Guid? OrganizationId { get; private set; }

    /// <summary>What may be looked up across organizations before it is known whose it is.</summary>
    public TenantLookup Lookup { get; private set; }

    public void Use(Guid organizationId)
    {
        OrganizationId = organizationId;
        Lookup = TenantLookup.None;
    }

    public void Find(TenantLookup lookup) => Lookup = lookup;
}
