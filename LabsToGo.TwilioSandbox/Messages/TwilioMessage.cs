using System.Text.Json.Serialization;

namespace LabsToGo.TwilioSandbox.Messages;

/// <summary>A message as Twilio answers it: every field of the specification, nearly all of them nullable.</summary>
public sealed record TwilioMessage
{
    public string? Sid { get; init; }

    public string? AccountSid { get; init; }

    public string? MessagingServiceSid { get; init; }

    public string? To { get; init; }

    public string? From { get; init; }

    public string? Body { get; init; }

    public string? Status { get; init; }

    public string? Direction { get; init; }

    /// <summary>A number in a string; "0" at first when a messaging service sends.</summary>
    public string? NumSegments { get; init; }

    public string? NumMedia { get; init; }

    public int? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public string? Price { get; init; }

    public string? PriceUnit { get; init; }

    public string? ApiVersion { get; init; }

    /// <summary>RFC 2822, as are the other dates.</summary>
    [JsonConverter(typeof(Rfc2822Converter))]
    public DateTimeOffset? DateCreated { get; init; }

    [JsonConverter(typeof(Rfc2822Converter))]
    public DateTimeOffset? DateSent { get; init; }

    [JsonConverter(typeof(Rfc2822Converter))]
    public DateTimeOffset? DateUpdated { get; init; }

    public string? Uri { get; init; }

    public IReadOnlyDictionary<string, string>? SubresourceUris { get; init; }

    /// <summary>Without number and text: a record prints all that it holds.</summary>
    public override string ToString() => $"{nameof(TwilioMessage)} {Sid}";
}
