namespace LabsToGo.Api.TwilioWebhooks;

/// <summary>The database did not take a status; the batch that it was in is rolled back as a whole.</summary>
internal sealed class StatusNotStoredException(Exception inner) : Exception("The status was not stored.", inner);
