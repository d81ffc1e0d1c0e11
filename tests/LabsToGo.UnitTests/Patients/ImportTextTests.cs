using System.Text;
using CsCheck;
using LabsToGo.Domain.Patients.Importing;

namespace LabsToGo.UnitTests.Patients;

public class ImportTextTests
{
    /// <summary>Throws at the first byte that is wrong.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] Letters = ["a", "b", "z", "é", "ñ", "“", "ọ", "€", "😀", "\r\n"];

    [Fact]
    public void The_encoding_is_seen_in_the_first_bytes()
    {
        const string Text = "First,Phone\r\nJosé,2125550101\r\n";
        Assert.IsAssignableFrom<UTF8Encoding>(TextSniffing.Detect(Encoding.UTF8.GetBytes(Text)));
        Assert.IsAssignableFrom<UTF8Encoding>(TextSniffing.Detect([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)]));
        Assert.IsAssignableFrom<UTF8Encoding>(TextSniffing.Detect(Encoding.Latin1.GetBytes(Text)));
        Assert.Equal(Encoding.Unicode, TextSniffing.Detect([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)]));
        Assert.Equal(Encoding.Unicode, TextSniffing.Detect(Encoding.Unicode.GetBytes(Text)));
        Assert.Equal(Encoding.BigEndianUnicode, TextSniffing.Detect([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)]));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \r\n\r\n", "empty")]
    [InlineData("PK\u0003\u0004word", "spreadsheet")]
    [InlineData("%PDF-1.7", "not a text file")]
    [InlineData("ab\0cd", "not a text file")]
    public void What_is_no_text_is_refused_in_words(string beginning, string expected) =>
        Assert.Contains(
            expected, Assert.Throws<ImportRefusedException>(() => TextSniffing.Detect(Encoding.Latin1.GetBytes(beginning))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Latin_letters_of_old_programs_are_read_as_they_were_meant() =>
        Assert.Equal(
            "José Muñoz “Zoë” O’Neil €", await RepairAsync([.. "Jos\xE9 Mu\xF1oz \x93Zo\xEB\x94 O\x92Neil \x80".Select(letter => (byte)letter)], 4096));

    [Fact]
    public void Utf8_passes_unchanged_however_the_network_cuts_it() =>
        Gen.Select(Gen.Int[0, Letters.Length - 1].Array[0, 200], Gen.Int[1, 7])
            .Sample((places, step) =>
            {
                var text = string.Concat(places.Select(place => Letters[place]));
                return RepairAsync(Encoding.UTF8.GetBytes(text), step).GetAwaiter().GetResult() == text;
            });

    [Fact]
    public void No_bytes_whatever_become_invalid_text() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[1, 9])
            .Sample((bytes, step) => RepairAsync(bytes, step).GetAwaiter().GetResult().Length <= bytes.Length);

    private static async Task<string> RepairAsync(byte[] bytes, int step)
    {
        using var repaired = new Utf8RepairStream(new Dripping(bytes, step));
        using var all = new MemoryStream();
        await repaired.CopyToAsync(all, TestContext.Current.CancellationToken);
        return Strict.GetString(all.ToArray());
    }

    /// <summary>Gives a few bytes at a time, as a slow connection does.</summary>
    private sealed class Dripping(byte[] bytes, int step) : ForwardStream
    {
        private int _at;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = Math.Min(Math.Min(step, buffer.Length), bytes.Length - _at);
            bytes.AsSpan(_at, count).CopyTo(buffer.Span);
            _at += count;
            return ValueTask.FromResult(count);
        }
    }
}
