using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LabsToGo.Domain.Messages.Segments;

/// <summary>Twilio's Smart Encoding: look-alikes such as curly quotes become GSM-7 characters. The table (smart-encoding-map.json) is data.</summary>
public static class SmartEncoding
{
    private static readonly FrozenDictionary<char, string> Replacements = Load();

    public static string Apply(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (Replacements.TryGetValue(character, out var replacement))
                result.Append(replacement);
            else
                result.Append(character);
        }
        return result.ToString();
    }

    private static FrozenDictionary<char, string> Load()
    {
        using var stream = typeof(SmartEncoding).Assembly.GetManifestResourceStream("LabsToGo.Domain.Messages.Segments.smart-encoding-map.json")
            ?? throw new InvalidOperationException("The Smart Encoding table is not embedded in LabsToGo.Domain.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("map").EnumerateObject().ToFrozenDictionary(
            entry => (char)int.Parse(entry.Name.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            entry => entry.Value.GetString()!);
    }
}
