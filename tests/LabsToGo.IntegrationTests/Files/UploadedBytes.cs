using LabsToGo.Domain.Patients.Importing;

namespace LabsToGo.IntegrationTests.Files;

/// <summary>Bytes as a request brings them: in pieces, of no known length, and once. The connection may break in the middle.</summary>
internal sealed class UploadedBytes(byte[] all, int breaksAt = int.MaxValue) : ForwardStream
{
    private int _at;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at >= breaksAt)
            throw new IOException("The connection broke.");
        var piece = all.AsMemory(_at, Math.Min(Math.Min(buffer.Length, 10_007), all.Length - _at));
        piece.CopyTo(buffer);
        _at += piece.Length;
        return ValueTask.FromResult(piece.Length);
    }
}
