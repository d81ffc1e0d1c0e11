namespace LabsToGo.SecurityTests.Injection;

/// <summary>A beginning, and then one piece again and again; made while it is read.</summary>
internal sealed class EndlessFile(byte[] beginning, byte[] piece, long length) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = 0;
        for (; read < count && _position < length; read++, _position++)
            buffer[offset + read] = _position < beginning.Length ? beginning[_position] : piece[(_position - beginning.Length) % piece.Length];
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
