namespace LabsToGo.SmsWorker.Sending;

/// <summary>Makes outcomes durable, all of them or none.</summary>
internal delegate Task RecordOutcomes(IReadOnlyCollection<SendOutcome> outcomes);
