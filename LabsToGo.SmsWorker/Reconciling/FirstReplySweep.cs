namespace LabsToGo.SmsWorker.Reconciling;

/// <summary>Nothing leaves this process before it has once taken in what patients wrote while nobody listened (G3).</summary>
internal sealed class FirstReplySweep
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsDone => _done.Task.IsCompleted;

    public void Done() => _done.TrySetResult();

    public Task WaitAsync(CancellationToken cancellationToken) => _done.Task.WaitAsync(cancellationToken);
}
