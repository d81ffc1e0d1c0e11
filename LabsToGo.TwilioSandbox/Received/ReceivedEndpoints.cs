using LabsToGo.TwilioSandbox.Messages;

namespace LabsToGo.TwilioSandbox.Received;

internal static class ReceivedEndpoints
{
    public static void MapReceived(this WebApplication app)
    {
        app.MapGet("/sandbox/received", (ReceivedLog log) => log.Summarize());
        app.MapDelete("/sandbox/received", (ReceivedLog log, MessageStore store) =>
        {
            log.Clear();
            store.Clear();
            return TypedResults.NoContent();
        });
    }
}
