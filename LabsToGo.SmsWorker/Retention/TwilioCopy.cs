namespace LabsToGo.SmsWorker.Retention;

/// <summary>A text that is deleted here and still stands at Twilio.</summary>
/// <param name="Id">Of the message, the earlier attempt or the reply.</param>
/// <param name="Sid">Twilio's.</param>
/// <param name="PatientId">By which a campaign's messages are walked; null for an earlier attempt, and a reply of nobody.</param>
internal sealed record TwilioCopy(Guid Id, string Sid, Guid? PatientId);
