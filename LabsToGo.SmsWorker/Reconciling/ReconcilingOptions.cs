using System.ComponentModel.DataAnnotations;

namespace LabsToGo.SmsWorker.Reconciling;

/// <summary>Section <c>Reconciling</c>.</summary>
internal sealed class ReconcilingOptions
{
    public const string Section = "Reconciling";

    /// <summary>How long Twilio may be silent about a message that it took before we ask.</summary>
    [Range(1, 86_400, ErrorMessage = "Reconciling:CallbackPatienceSeconds must be between 1 and 86400.")]
    public int CallbackPatienceSeconds { get; set; } = 900;

    /// <summary>How soon Twilio is asked again about an open outcome, at the soonest; an old one is asked for less often.</summary>
    [Range(1, 3600, ErrorMessage = "Reconciling:AskAgainSeconds must be between 1 and 3600.")]
    public int AskAgainSeconds { get; set; } = 15;

    /// <summary>How often Twilio is asked for replies that its webhook did not bring.</summary>
    [Range(1, 3600, ErrorMessage = "Reconciling:ReplySweepSeconds must be between 1 and 3600.")]
    public int ReplySweepSeconds { get; set; } = 60;
}
