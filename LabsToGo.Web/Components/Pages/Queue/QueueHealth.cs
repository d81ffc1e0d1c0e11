using LabsToGo.Contracts.Http;
using LabsToGo.ServiceDefaults;
using LabsToGo.Web.Components.Shared;

namespace LabsToGo.Web.Components.Pages.Queue;

/// <summary>Whether sending is well, for somebody who knows nothing of queues: what is wrong, and what to do about it.</summary>
internal static class QueueHealth
{
    private static readonly string[] Asides = ["_error", "_skipped", Messaging.DeadLetters];

    /// <summary>In seconds: texts that are due leave within moments unless something holds them up.</summary>
    public const double StuckAfter = 120;

    /// <returns>Empty when all is well; what matters most stands first.</returns>
    public static IReadOnlyList<string> Problems(QueueStatusResponse status) => [.. Find(status)];

    /// <summary>What is under way, where nothing is wrong.</summary>
    public static string Calm(JobCounts jobs) => jobs switch
    {
        { Waiting: 0, Sending: 0, Unknown: 0, AwaitingCallback: 0 } => "Nothing waits to be sent.",
        { Waiting: 0, Sending: 0 } => "All texts are handed over; some phones have yet to confirm.",
        _ => $"{Words.Count(jobs.Waiting + jobs.Sending, "text waits for its turn", "texts wait for their turn")}, or for the hours in which they may leave.",
    };

    /// <summary>What workers put aside after several tries, what they did not understand, and what killed them.</summary>
    public static bool IsFailedWork(QueueInfo queue) => Asides.Any(aside => queue.Name.EndsWith(aside, StringComparison.Ordinal));

    private static IEnumerable<string> Find(QueueStatusResponse status)
    {
        if (!status.Database.Up)
            yield return "The database does not answer: nothing can be sent, and these pages show little. Call whoever runs this system.";
        if (!status.Broker.Up || !status.Redis.Up)
            yield return "A server that sending needs does not answer, so nothing is sent. Nothing is lost: it goes on by itself when the server is back. " +
                "Call whoever runs this system if that lasts.";
        if (!Works(status, "sms-worker"))
            yield return "No program that sends texts is running. Nothing is lost, but nothing is sent: call whoever runs this system.";
        if (!Works(status, "campaign-worker"))
            yield return "No program that prepares campaigns is running: what is started now begins when one is back. Call whoever runs this system.";
        foreach (var sender in status.Senders.Where(sender => sender is { Status: SenderStatus.Paused, Waiting: > 0 }))
            yield return $"{sender.Label} is paused, and {Words.Count(sender.Waiting, "text waits", "texts wait")} for it. {sender.PauseReason} " +
                "Resume it under Settings when the cause is mended.";
        if (status.Jobs.OldestWaitingSeconds > StuckAfter)
            yield return $"A text should have left {Words.Duration(status.Jobs.OldestWaitingSeconds)} ago and has not.";
        if (status.Queues.Where(IsFailedWork).Sum(queue => queue.Messages) is var failed and > 0)
            yield return $"{Words.Count(failed, "piece of work has", "pieces of work have")} failed several times and been put aside: see below.";
    }

    private static bool Works(QueueStatusResponse status, string service) => status.Workers.Any(worker => worker.Alive && worker.Service == service);
}
