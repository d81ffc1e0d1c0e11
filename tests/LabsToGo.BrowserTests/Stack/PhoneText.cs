namespace LabsToGo.BrowserTests.Stack;

public sealed record PhoneText(string Phone, string Sender, bool FromPatient, string Body);
