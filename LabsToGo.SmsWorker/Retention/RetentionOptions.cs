using System.ComponentModel.DataAnnotations;

namespace LabsToGo.SmsWorker.Retention;

/// <summary>Section <c>Retention</c>. How many days texts are kept is each organization's own setting.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>How often it is looked for texts whose time is over.</summary>
    [Range(1, 86_400, ErrorMessage = "Retention:IntervalSeconds must be between 1 and 86400.")]
    public int IntervalSeconds { get; set; } = 3600;

    /// <summary>Texts deleted at Twilio per second: few, since its limit on calls is the account's, sending included.</summary>
    [Range(1, 1000, ErrorMessage = "Retention:RequestsPerSecond must be between 1 and 1000.")]
    public int RequestsPerSecond { get; set; } = 20;
}
