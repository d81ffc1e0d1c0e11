using System.Text.Json.Serialization;

namespace LabsToGo.Twilio.Messages;

/// <summary>Serialisation made at build time: nothing is looked up by reflection while messages go out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TwilioProblem))]
public sealed partial class TwilioJson : JsonSerializerContext;
