using System.Text.Json.Serialization;

namespace LabsToGo.TwilioSandbox.Messages;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TwilioMessage))]
[JsonSerializable(typeof(TwilioMessagePage))]
internal sealed partial class MessageJson : JsonSerializerContext;
