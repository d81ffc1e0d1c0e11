using System.ComponentModel.DataAnnotations;

namespace LabsToGo.CampaignWorker.Dispatching;

/// <summary>Section <c>Dispatching</c>.</summary>
internal sealed class DispatchingOptions
{
    public const string Section = "Dispatching";

    /// <summary>
    /// A batch that no worker has claimed for so long was lost on its way, and is handed out again. Longer than what is out takes to be sent: a claim is
    /// exclusive, so a batch handed out twice is work in vain, and nothing worse.
    /// </summary>
    [Range(4, 3600, ErrorMessage = "Dispatching:LostAfterSeconds must be between 4 and 3600.")]
    public int LostAfterSeconds { get; set; } = 12;
}
