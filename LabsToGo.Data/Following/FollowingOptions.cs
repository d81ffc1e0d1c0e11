using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Data.Following;

/// <summary>Section <c>Following</c>.</summary>
public sealed class FollowingOptions
{
    public const string Section = "Following";

    /// <summary>How long after Twilio's word a text that was not delivered is tried again, where that may help: the phone was off, the network busy.</summary>
    [Range(1, 86_400, ErrorMessage = "Following:TryAgainAfterSeconds must be between 1 and 86400.")]
    public int TryAgainAfterSeconds { get; set; } = 3 * 60 * 60;

    /// <summary>How often at most; 0 never.</summary>
    [Range(0, 5, ErrorMessage = "Following:TryAgain must be between 0 and 5.")]
    public int TryAgain { get; set; } = 2;
}
