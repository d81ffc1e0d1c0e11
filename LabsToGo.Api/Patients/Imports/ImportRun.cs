namespace LabsToGo.Api.Patients.Imports;

/// <summary>What one running import knows of itself.</summary>
/// <param name="Review">It ends before anything is written, for somebody to look at it.</param>
internal sealed record ImportRun(Guid ImportId, Guid OrganizationId, string FileName, Guid CreatedBy, bool ConsentGiven, bool Review, DateTimeOffset Now)
{
    /// <summary>Rows are being written, or were.</summary>
    public bool HasBegun { get; set; }
}
