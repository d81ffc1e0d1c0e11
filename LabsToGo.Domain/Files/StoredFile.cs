namespace LabsToGo.Domain.Files;

/// <summary>A file that is kept for a while: whose it is, who may read it, and until when it is there. Its content lies in the file store.</summary>
public sealed class StoredFile
{
    private StoredFile() { }

    public StoredFile(Guid organizationId, StoredFileKind kind, string name, string permission, Guid createdBy, DateTimeOffset now, TimeSpan kept)
    {
        Id = Guid.CreateVersion7(now);
        OrganizationId = organizationId;
        Kind = kind;
        Name = name;
        Permission = permission;
        CreatedBy = createdBy;
        CreatedAt = now;
        ExpiresAt = now + kept;
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public StoredFileKind Kind { get; private set; }

    /// <summary>As it was called where it came from.</summary>
    public string Name { get; private set; } = "";

    /// <summary>In bytes; null while it is being written.</summary>
    public long? Size { get; private set; }

    /// <summary>What whoever reads it must be allowed to.</summary>
    public string Permission { get; private set; } = "";

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Nobody reads it from then on, and it is deleted.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Where its content lies in the store: nothing of its name, and each organization's by themselves.</summary>
    public string Key => $"{OrganizationId:N}/{Id:N}";

    public void Complete(long size) => Size = size;
}
