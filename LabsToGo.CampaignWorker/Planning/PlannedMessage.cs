using LabsToGo.Domain.Messages;

namespace LabsToGo.CampaignWorker.Planning;

/// <summary>A row to be written: either due from the moment it is committed, or skipped with its reason. Its id is assigned here, once.</summary>
internal readonly record struct PlannedMessage(
    Guid Id,
    Guid PatientId,
    string Phone,
    string TimeZone,
    Guid SenderId,
    string Body,
    int Segments,
    SkipReason? Skip);
