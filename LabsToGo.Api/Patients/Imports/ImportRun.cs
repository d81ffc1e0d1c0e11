namespace LabsToGo.Api.Patients.Imports;

/// <summary>What one running import knows of itself.</summary>
internal sealed record ImportRun(Guid ImportId, Guid OrganizationId, Guid CreatedBy, bool ConsentGiven, DateTimeOffset Now);
