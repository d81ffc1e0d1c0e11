namespace LabsToGo.Twilio.Messages;

/// <summary>No connection was there in time for a message, so not a byte of its form has left.</summary>
internal sealed class LeftTooLateException() : Exception("No connection was there in time.");
