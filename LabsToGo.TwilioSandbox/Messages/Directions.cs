namespace LabsToGo.TwilioSandbox.Messages;

internal static class Directions
{
    public const string Outbound = "outbound-api", Inbound = "inbound", AutomaticReply = "outbound-reply";
}
