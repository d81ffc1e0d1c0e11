using System.ComponentModel.DataAnnotations;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>Section <c>Sending</c>.</summary>
internal sealed class SendingOptions
{
    public const string Section = "Sending";

    /// <summary>
    /// How much longer than Twilio may take to answer a claim and its slot last: time to record what it answered. When they run out, their worker counts as
    /// dead.
    /// </summary>
    [Range(2, 300, ErrorMessage = "Sending:LeaseSlackSeconds must be between 2 and 300.")]
    public int LeaseSlackSeconds { get; set; } = 10;
}
