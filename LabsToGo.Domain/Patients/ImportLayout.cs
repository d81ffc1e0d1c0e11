namespace LabsToGo.Domain.Patients;

/// <summary>What people said of the columns of a file, remembered for the next one with the same header.</summary>
public sealed class ImportLayout
{
    public required Guid OrganizationId { get; init; }

    /// <summary>Of the names of the columns, in their order: SHA-256 in hexadecimal digits.</summary>
    public required string HeaderHash { get; init; }

    /// <summary>As JSON.</summary>
    public required string Choices { get; set; }

    public required Guid ChangedBy { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
