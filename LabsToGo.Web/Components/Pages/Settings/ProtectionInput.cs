using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Components.Pages.Settings;

/// <summary>The protection settings while they are edited.</summary>
public sealed class ProtectionInput
{
    public bool RequiresSecondFactor { get; set; }
    public int LogOffMinutes { get; set; }
    public int ApprovalAbove { get; set; }
    public bool DeletesTexts { get; set; }

    /// <summary>Kept while texts are not deleted, so that switching back and forth loses nothing.</summary>
    public int MessageRetentionDays { get; set; } = 90;
    public int AuditRetentionYears { get; set; }
    public int PauseAboveFailedPercent { get; set; }
    public int PauseAboveFilteredPercent { get; set; }
    public int PauseAboveOptedOutPercent { get; set; }
    public int? DailyCap { get; set; }

    public static ProtectionInput From(ProtectionResponse protection) => new()
    {
        RequiresSecondFactor = protection.RequiresSecondFactor,
        LogOffMinutes = protection.LogOffMinutes,
        ApprovalAbove = protection.ApprovalAbove,
        DeletesTexts = protection.MessageRetentionDays is not null,
        MessageRetentionDays = protection.MessageRetentionDays ?? 90,
        AuditRetentionYears = protection.AuditRetentionYears,
        PauseAboveFailedPercent = protection.PauseAboveFailedPercent,
        PauseAboveFilteredPercent = protection.PauseAboveFilteredPercent,
        PauseAboveOptedOutPercent = protection.PauseAboveOptedOutPercent,
        DailyCap = protection.DailyCap,
    };

    public ProtectionRequest ToRequest() =>
        new(
            RequiresSecondFactor, LogOffMinutes, ApprovalAbove, DeletesTexts ? MessageRetentionDays : null, AuditRetentionYears, PauseAboveFailedPercent,
            PauseAboveFilteredPercent, PauseAboveOptedOutPercent, DailyCap);
}
