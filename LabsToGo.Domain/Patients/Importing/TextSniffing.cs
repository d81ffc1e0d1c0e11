using System.Text;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What a file is, from its first bytes.</summary>
public static class TextSniffing
{
    /// <summary>So many bytes are looked at.</summary>
    public const int Length = 1 << 15;

    /// <param name="beginning">The file's first <see cref="Length"/> bytes, or all of it when it is shorter.</param>
    /// <returns>UTF-16 in either byte order, or UTF-8; whether single bytes of the latter are really Latin-1 shows only later: see
    /// <see cref="Utf8RepairStream"/>.</returns>
    /// <exception cref="ImportRefusedException">It is empty, or no text.</exception>
    public static Encoding Detect(ReadOnlySpan<byte> beginning)
    {
        var encoding = Guess(beginning);
        var text = encoding.GetString(beginning).AsSpan().TrimStart('\uFEFF');
        if (text.IsWhiteSpace())
            throw new ImportRefusedException("The file is empty. Choose a CSV file with a header row and one row per patient.");
        if (beginning.StartsWith("PK"u8) || beginning.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            throw new ImportRefusedException(
                "This is a spreadsheet or an archive, not a CSV file. Open it in the spreadsheet program, save it as \"CSV UTF-8\" and upload that file.");
        if (beginning.StartsWith("%PDF"u8) || text.Contains('\0') || Controls(text) * 50 > text.Length)
            throw new ImportRefusedException(
                "This is not a text file. Choose a CSV file: a header row and one row per patient, the values separated by commas, semicolons or tabs.");
        return encoding;
    }

    /// <summary>One or two come with a careless export, and are then a matter of their rows; every second one is no text.</summary>
    private static int Controls(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var character in text)
        {
            if (character is (< '\x09' or > '\x0D') and < ' ')
                count++;
        }
        return count;
    }

    /// <summary>By the byte order mark; without one, every other byte of plain text in UTF-16 is zero.</summary>
    private static Encoding Guess(ReadOnlySpan<byte> beginning) => beginning switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [not 0, 0, not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => Encoding.UTF8,
    };
}
