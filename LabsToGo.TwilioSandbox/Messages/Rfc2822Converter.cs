using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabsToGo.TwilioSandbox.Messages;

/// <summary>Dates such as <c>Thu, 24 Aug 2023 05:01:45 +0000</c>.</summary>
internal sealed class Rfc2822Converter : JsonConverter<DateTimeOffset?>
{
    private const string Format = "ddd, dd MMM yyyy HH:mm:ss";

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } date)
            writer.WriteStringValue(date.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture) + " +0000");
        else
            writer.WriteNullValue();
    }
}
