using System.Text;

namespace LabsToGo.Domain;

/// <summary>Text from outside, made fit for the database whatever it holds.</summary>
public static class StorableText
{
    /// <summary>Without what Postgres can't hold: a NUL, and half of a surrogate pair, such as a cut in the middle of an emoji leaves.</summary>
    /// <param name="longest">In UTF-16 code units, as <see cref="string.Length"/> counts; what is longer is cut.</param>
    public static string Of(string text, int longest)
    {
        var result = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (result.Length + rune.Utf16SequenceLength > longest)
                break;
            if (rune.Value != 0)
                result.Append(rune);
        }
        return result.ToString();
    }
}
