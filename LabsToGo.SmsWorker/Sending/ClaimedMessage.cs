using LabsToGo.Domain.Privacy;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>A row that is now <c>sending</c> under our attempt: the only thing that may be POSTed.</summary>
internal sealed record ClaimedMessage(Guid Id, string From, Sensitive To, Sensitive Body, int Segments);
