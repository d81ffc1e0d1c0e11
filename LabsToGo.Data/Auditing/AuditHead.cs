namespace LabsToGo.Data.Auditing;

/// <summary>The newest entry of an organization's audit log, so that a missing end shows as well. Kept by the database.</summary>
public sealed class AuditHead
{
    public Guid OrganizationId { get; private set; }

    public long Number { get; private set; }

    public byte[] Hash { get; private set; } = [];
}
