namespace LabsToGo.TwilioSandbox.Phone;

internal sealed record SearchRequest(string Digits);

internal sealed record ConversationRequest(string Phone);

/// <param name="LeftToUs">Twilio neither obeys nor answers STOP, START and HELP to this sender.</param>
internal sealed record KeywordHandling(string Sender, bool LeftToUs);

internal sealed record ReplyRequest(string Phone, string Sender, string Body);

internal sealed record PhoneMessage(string Sid, string Phone, string Sender, bool FromPatient, string Body, string Status, int Segments, DateTimeOffset At);
