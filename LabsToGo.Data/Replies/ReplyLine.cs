namespace LabsToGo.Data.Replies;

/// <summary>A sender that has, or once had, the number to which a reply came.</summary>
/// <param name="Active">Not retired: the number is this organization's today.</param>
public sealed record ReplyLine(Guid SenderId, Guid OrganizationId, bool Active);
