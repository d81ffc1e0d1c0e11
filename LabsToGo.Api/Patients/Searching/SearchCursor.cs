using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace LabsToGo.Api.Patients.Searching;

/// <summary>Where a page ended: in which of the search's lists, and at which row of it. It travels in request bodies alone, for it holds a name.</summary>
/// <param name="List">The place of the list in <see cref="PatientLists.For"/>.</param>
/// <param name="Keys">The last row's sort keys.</param>
internal sealed record SearchCursor(int List, string[] Keys, Guid Id)
{
    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <returns>Null when it is none of ours.</returns>
    public static SearchCursor? TryParse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<SearchCursor>(Base64Url.DecodeFromChars(text)) is { Keys: { Length: <= 2 } keys } cursor
                && keys.All(key => key?.Contains('\0', StringComparison.Ordinal) == false)
                ? cursor
                : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or DecoderFallbackException)
        {
            return null;
        }
    }
}
