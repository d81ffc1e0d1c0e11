namespace LabsToGo.Twilio.Messages;

/// <summary>The body of a refusal.</summary>
public sealed record TwilioProblem(int? Code, string? Message, string? MoreInfo, int? Status);
