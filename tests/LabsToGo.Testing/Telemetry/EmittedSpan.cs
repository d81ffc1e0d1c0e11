namespace LabsToGo.Testing.Telemetry;

/// <summary>A span that a service emitted. Ids in lower-case hexadecimal digits.</summary>
/// <param name="ParentId">Empty where the trace begins.</param>
/// <param name="Links">To spans of other traces.</param>
/// <param name="Attributes">Those that are texts.</param>
public sealed record EmittedSpan(
    string Service, string Name, string TraceId, string Id, string ParentId, IReadOnlyList<(string TraceId, string Id)> Links,
    IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>
    /// Those of an <c>ExportTraceServiceRequest</c>; the numbers are those of opentelemetry-proto's trace.proto, common.proto and resource.proto.
    /// </summary>
    internal static IEnumerable<EmittedSpan> Of(byte[] request) =>
        from resourceSpans in Fields(ProtobufField.Of(request), 1)
        let resource = AttributesOf(Fields(resourceSpans.Fields, 1).SelectMany(resource => Fields(resource.Fields, 1)))
        from scopeSpans in Fields(resourceSpans.Fields, 2)
        from span in Fields(scopeSpans.Fields, 2)
        select Of(resource.GetValueOrDefault("service.name", ""), [.. span.Fields]);

    private static EmittedSpan Of(string service, IReadOnlyList<ProtobufField> span) => new(
        service,
        One(span, 5).Text,
        One(span, 1).Hex,
        One(span, 2).Hex,
        One(span, 4).Hex,
        [.. Fields(span, 13).Select(link => (One(link.Fields, 1).Hex, One(link.Fields, 2).Hex))],
        AttributesOf(Fields(span, 9)));

    private static Dictionary<string, string> AttributesOf(IEnumerable<ProtobufField> attributes) =>
        attributes.ToDictionary(attribute => One(attribute.Fields, 1).Text, attribute => One(One(attribute.Fields, 2).Fields, 1).Text);

    private static IEnumerable<ProtobufField> Fields(IEnumerable<ProtobufField> message, int number) => message.Where(field => field.Number == number);

    private static ProtobufField One(IEnumerable<ProtobufField> message, int number) => message.FirstOrDefault(field => field.Number == number);
}
