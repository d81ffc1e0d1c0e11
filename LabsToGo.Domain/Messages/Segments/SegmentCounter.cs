using System.Globalization;

namespace LabsToGo.Domain.Messages.Segments;

/// <summary>
/// Counts SMS segments as Twilio does: GSM-7 160/153, UCS-2 70/67, extension characters and graphemes never split.
/// <see href="https://www.twilio.com/docs/glossary/what-sms-character-limit"/>
/// What Twilio bills may differ in rare corners: its own <c>num_segments</c> decides costs.
/// </summary>
public static class SegmentCounter
{
    private const int Gsm7Single = 160, Gsm7Many = 153, Ucs2Single = 70, Ucs2Many = 67;

    /// <param name="text">The text as it will be sent.</param>
    /// <param name="smartEncoding">Count the text after Twilio's Smart Encoding has replaced look-alikes.</param>
    public static SegmentCount Count(string text, bool smartEncoding = false)
    {
        if (smartEncoding)
            text = SmartEncoding.Apply(text);
        var filled = new List<int>();
        var encoding = Fill(text, filled);
        return new SegmentCount(encoding, filled.Count, filled.Sum(), filled);
    }

    /// <summary>Only the number of segments; without allocation for every GSM-7 text.</summary>
    public static int CountSegments(ReadOnlySpan<char> text)
    {
        if (!Gsm7.Fits(text))
            return text.Length <= Ucs2Single ? 1 : Count(text.ToString()).Segments;
        if (!Gsm7.HasExtensions(text))
            return text.Length <= Gsm7Single ? 1 : (text.Length + Gsm7Many - 1) / Gsm7Many;
        return FillGsm7(text, null);
    }

    private static SmsEncoding Fill(string text, List<int> filled)
    {
        if (Gsm7.Fits(text))
        {
            FillGsm7(text, filled);
            return SmsEncoding.Gsm7;
        }
        FillUcs2(text, filled);
        return SmsEncoding.Ucs2;
    }

    private static int FillGsm7(ReadOnlySpan<char> text, List<int>? filled)
    {
        var total = 0;
        foreach (var character in text)
            total += Gsm7.Septets(character);
        if (total <= Gsm7Single)
        {
            filled?.Add(total);
            return 1;
        }

        int segments = 1, used = 0;
        foreach (var character in text)
        {
            var septets = Gsm7.Septets(character);
            if (used + septets > Gsm7Many)
            {
                filled?.Add(used);
                segments++;
                used = 0;
            }
            used += septets;
        }
        filled?.Add(used);
        return segments;
    }

    private static void FillUcs2(string text, List<int> filled)
    {
        if (text.Length <= Ucs2Single)
        {
            filled.Add(text.Length);
            return;
        }

        var used = 0;
        for (var index = 0; index < text.Length;)
        {
            // A line break of two characters is one grapheme, but Twilio's calculator splits it.
            var units = text[index] is '\r' ? 1 : StringInfo.GetNextTextElementLength(text, index);
            if (used + units > Ucs2Many && used > 0)
            {
                filled.Add(used);
                used = 0;
            }
            used += units;
            index += units;
        }
        filled.Add(used);
    }
}
