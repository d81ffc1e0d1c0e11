namespace LabsToGo.AppHost.Embedded.Running;

/// <summary>How far a resource has come; others wait for it.</summary>
internal sealed class ResourceState(string name)
{
    private readonly TaskCompletionSource healthy = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => name;

    public string State { get; private set; } = "Waiting";

    public string? Text { get; init; }

    public string? Url { get; init; }

    public int? ProcessId { get; private set; }

    public Task Healthy => healthy.Task;

    public Task Completed => completed.Task;

    public bool IsSettled => State is "Healthy" or "Finished";

    public void Starts(int? processId)
    {
        State = "Starting";
        ProcessId = processId;
    }

    public void IsHealthy()
    {
        State = "Healthy";
        healthy.TrySetResult();
    }

    public void HasFinished()
    {
        State = "Finished";
        completed.TrySetResult();
        healthy.TrySetResult();
    }

    public void HasFailed(string state) => State = state;
}
