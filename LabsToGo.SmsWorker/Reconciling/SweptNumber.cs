namespace LabsToGo.SmsWorker.Reconciling;

/// <summary>A number that is or was ours, and until when Twilio's list of what came to it was read, by Twilio's clock.</summary>
internal sealed record SweptNumber(string Phone, DateTimeOffset ReadUntil);
