using LabsToGo.ServiceDefaults;

namespace LabsToGo.Api.Queue;

/// <summary>
/// Our queues, as MassTransit names them after their consumers, each with the queues of what failed all its tries, of what no consumer knew, and of what killed
/// its consumers.
/// </summary>
internal static class WorkQueues
{
    private static readonly string[] Work = ["start-campaign", "start-direct", "send-batch", "send-urgent-batch"];

    private static readonly string[] Asides = ["_error", "_skipped", Messaging.DeadLetters];

    /// <summary>The queue from which the messages in a queue of failed work came.</summary>
    public static IReadOnlyDictionary<string, string> SourceOf { get; } =
        Work.SelectMany(work => Asides.Select(aside => (Failed: work + aside, Source: work))).ToDictionary(pair => pair.Failed, pair => pair.Source);

    public static IReadOnlyList<string> All { get; } = [.. Work.SelectMany(work => Asides.Select(aside => work + aside).Prepend(work))];
}
