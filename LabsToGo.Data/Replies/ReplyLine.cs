namespace LabsToGo.Data.Replies;

/// <summary>A sender that has, or once had, the number to which a reply came.</summary>
/// <param name="Active">Not retired: the number is this organization's today.</param>
/// <param name="AnswersKeywords">We answer what Twilio leaves to us here: every STOP, START and HELP.</param>
public sealed record ReplyLine(Guid SenderId, Guid OrganizationId, bool Active, bool AnswersKeywords);
