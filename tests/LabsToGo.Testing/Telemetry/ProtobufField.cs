using System.Text;

namespace LabsToGo.Testing.Telemetry;

/// <summary>One field of a Protocol Buffers message: a number on the wire, or bytes that are a text, an id or a message again.</summary>
/// <param name="Bytes">Empty for a number.</param>
internal readonly record struct ProtobufField(int Number, ReadOnlyMemory<byte> Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public string Hex => Convert.ToHexStringLower(Bytes.Span);

    /// <summary>The fields of this one, when it is a message.</summary>
    public IEnumerable<ProtobufField> Fields => Of(Bytes);

    /// <exception cref="FormatException">It is no such message.</exception>
    public static IEnumerable<ProtobufField> Of(ReadOnlyMemory<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message.Span, ref at);
            var length = (tag & 7) switch
            {
                0 => Skipped(message.Span, ref at),
                1 => 8,
                2 => (int)Varint(message.Span, ref at),
                5 => 4,
                var type => throw new FormatException($"There is no wire type {type}."),
            };
            yield return new ProtobufField((int)(tag >> 3), (tag & 7) == 2 ? message.Slice(at, length) : default);
            at += length;
        }
    }

    private static int Skipped(ReadOnlySpan<byte> message, ref int at)
    {
        Varint(message, ref at);
        return 0;
    }

    private static ulong Varint(ReadOnlySpan<byte> message, ref int at)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }
    }
}
