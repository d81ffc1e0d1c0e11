using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Api.Edge.RateLimits;

/// <summary>Section <c>RateLimits</c>: requests in a minute, counted across all Api processes. Twilio's webhooks are not counted.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Of one user or API key. A person with several busy pages open comes to some hundred.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "The setting RateLimits:PerCallerPerMinute must be at least 1.")]
    public int PerCallerPerMinute { get; set; } = 1_200;

    /// <summary>From one address, whoever asks: a whole laboratory may stand behind it.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "The setting RateLimits:PerAddressPerMinute must be at least 1.")]
    public int PerAddressPerMinute { get; set; } = 12_000;

    /// <summary>Renewals of sessions from one address. Each open browser has one every some minutes.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "The setting RateLimits:RefreshesPerMinute must be at least 1.")]
    public int RefreshesPerMinute { get; set; } = 300;
}
