namespace LabsToGo.TwilioSandbox.Phone;

internal sealed record ConversationRequest(string Phone);

internal sealed record ReplyRequest(string Phone, string Sender, string Body);

internal sealed record PhoneMessage(string Sid, string Phone, string Sender, bool FromPatient, string Body, string Status, int Segments, DateTimeOffset At);
