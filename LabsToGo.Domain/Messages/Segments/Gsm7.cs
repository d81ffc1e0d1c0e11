using System.Buffers;

namespace LabsToGo.Domain.Messages.Segments;

/// <summary>The default alphabet of GSM 03.38 and its extension table.</summary>
internal static class Gsm7
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>Sent as an escape and a second septet, which are never split.</summary>
    private const string Extension = "\f^{}\\[~]|€";

    private static readonly SearchValues<char> All = SearchValues.Create(Basic + Extension);

    private static readonly SearchValues<char> Extended = SearchValues.Create(Extension);

    public static bool Fits(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(All);

    /// <summary>1, or 2 for a character of the extension table.</summary>
    public static int Septets(char character) => Extended.Contains(character) ? 2 : 1;

    public static bool HasExtensions(ReadOnlySpan<char> text) => text.ContainsAny(Extended);
}
