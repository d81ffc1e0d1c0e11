using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>
/// Reads text that should be UTF-8: every byte that can't be is taken as the Latin-1 (Windows-1252) letter that older programs mean by it. So a
/// file of either kind reads right, wherever its first accented letter stands, without having been read beforehand.
/// </summary>
public sealed class Utf8RepairStream(Stream inner) : ForwardStream
{
    /// <summary>Windows-1252 from 0x80 to 0x9F; where it has no letter, the code itself.</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private readonly byte[] _read = new byte[64 * 1024];
    private byte[] _repaired = [];
    private ReadOnlyMemory<byte> _ready;
    private ReadOnlyMemory<byte> _unfinished;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_ready.IsEmpty)
        {
            var kept = _unfinished.Length;
            _unfinished.CopyTo(_read);
            var count = await inner.ReadAsync(_read.AsMemory(kept), cancellationToken);
            if (count == 0 && kept == 0)
                return 0;
            var text = _read.AsMemory(0, kept + count);
            var whole = count == 0 ? text.Length : text.Length - Unfinished(text.Span);
            _unfinished = text[whole..];
            _ready = Utf8.IsValid(text.Span[..whole]) ? text[..whole] : Repair(text.Span[..whole]);
        }
        var length = Math.Min(buffer.Length, _ready.Length);
        _ready[..length].CopyTo(buffer);
        _ready = _ready[length..];
        return length;
    }

    private ReadOnlyMemory<byte> Repair(ReadOnlySpan<byte> text)
    {
        if (_repaired.Length < text.Length * 3)
            _repaired = new byte[text.Length * 3];
        var written = 0;
        while (!text.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(text, out _, out var consumed);
            if (status == OperationStatus.Done)
            {
                text[..consumed].CopyTo(_repaired.AsSpan(written));
                written += consumed;
            }
            else
            {
                consumed = 1;
                var letter = text[0] is >= 0x80 and <= 0x9F ? Windows1252[text[0] - 0x80] : (char)text[0];
                written += new Rune(letter).EncodeToUtf8(_repaired.AsSpan(written));
            }
            text = text[consumed..];
        }
        return _repaired.AsMemory(0, written);
    }

    /// <summary>How many bytes at the end (0 to 3) begin a letter that is not complete yet.</summary>
    private static int Unfinished(ReadOnlySpan<byte> text)
    {
        for (var back = 1; back <= Math.Min(3, text.Length); back++)
        {
            var lead = text[^back];
            if ((lead & 0xC0) == 0x80)
                continue;
            var needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
            return needed > back ? back : 0;
        }
        return 0;
    }
}
