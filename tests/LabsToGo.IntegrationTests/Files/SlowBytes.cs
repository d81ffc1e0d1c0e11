using LabsToGo.Domain.Patients.Importing;

namespace LabsToGo.IntegrationTests.Files;

/// <summary>Zeros that stop after ten million, until they are told to go on.</summary>
internal sealed class SlowBytes(int length) : ForwardStream
{
    private const int Half = 10_000_000;

    private readonly TaskCompletionSource _halfRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _at;

    public Task HalfRead => _halfRead.Task;

    public void GoOn() => _goOn.SetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at >= Half && !_goOn.Task.IsCompleted)
        {
            _halfRead.TrySetResult();
            await _goOn.Task.WaitAsync(cancellationToken);
        }
        var count = Math.Min(Math.Min(buffer.Length, 100_000), length - _at);
        buffer.Span[..count].Clear();
        _at += count;
        return count;
    }
}
