using MassTransit;

namespace LabsToGo.SmsWorker.Sending;

internal static class BatchRetry
{
    /// <summary>
    /// A batch may run again at any time, since the claim decides. Whatever is still not sent afterwards is handed out anew by the dispatcher.
    /// </summary>
    public static void UseBatchRetry(this IReceiveEndpointConfigurator endpoint) =>
        endpoint.UseMessageRetry(retry => retry.Exponential(4, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(500)));
}
