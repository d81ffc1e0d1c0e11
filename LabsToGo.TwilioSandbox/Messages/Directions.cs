namespace LabsToGo.TwilioSandbox.Messages;

public static class Directions
{
    public const string Outbound = "outbound-api", Inbound = "inbound", AutomaticReply = "outbound-reply";
}
