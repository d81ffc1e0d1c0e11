using System.ComponentModel.DataAnnotations;

namespace LabsToGo.TwilioSandbox;

/// <summary>Section <c>Sandbox</c>: what stays the same while it runs. What may change meanwhile is in <see cref="Faults.FaultSettings"/>.</summary>
public sealed class SandboxOptions
{
    public const string Section = "Sandbox";

    /// <summary>Where replies from the phone page go, as Twilio's console would have it. Without it nobody can reply.</summary>
    public Uri? InboundUrl { get; set; }

    /// <summary>Callbacks under way at once.</summary>
    [Range(1, 1000, ErrorMessage = "Sandbox:CallbackConnections must be between 1 and 1000.")]
    public int CallbackConnections { get; set; } = 32;

    /// <summary>Messages kept; the oldest go first. What was received is counted on beyond them.</summary>
    [Range(1, 5_000_000, ErrorMessage = "Sandbox:KeepMessages must be between 1 and 5000000.")]
    public int KeepMessages { get; set; } = 200_000;
}
