using LabsToGo.Domain.Patients.Importing;

namespace LabsToGo.Api.Patients.Imports.Reading;

/// <summary>A file: looked at before it is read, and counted while it is.</summary>
internal sealed class CountedStream(Stream inner) : ForwardStream
{
    private readonly byte[] _beginning = new byte[TextSniffing.Length];
    private ReadOnlyMemory<byte> _again;

    /// <summary>Bytes that were read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The first bytes; they are read once more afterwards.</summary>
    public async Task<ReadOnlyMemory<byte>> PeekAsync(CancellationToken cancellationToken)
    {
        var length = await inner.ReadAtLeastAsync(_beginning, _beginning.Length, throwOnEndOfStream: false, cancellationToken);
        BytesRead = length;
        return _again = _beginning.AsMemory(0, length);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_again.IsEmpty)
        {
            var length = Math.Min(buffer.Length, _again.Length);
            _again[..length].CopyTo(buffer);
            _again = _again[length..];
            return length;
        }
        var count = await inner.ReadAsync(buffer, cancellationToken);
        BytesRead += count;
        return count;
    }
}
