using LabsToGo.TwilioSandbox.Messages;

namespace LabsToGo.TwilioSandbox.Callbacks;

/// <param name="Silent">The message moves, but no callback says so.</param>
/// <param name="Repeats">The callback is sent so many times more.</param>
internal sealed record StatusChange(SandboxMessage Message, string Status, int? ErrorCode, bool Silent, int Repeats);
