using System.Globalization;
using System.Text;
using LabsToGo.Contracts.Http;
using RabbitMQ.Client;

namespace LabsToGo.Api.Queue;

/// <summary>What MassTransit writes on a message when it puts it aside, and RabbitMQ when it gives it up.</summary>
internal static class FaultHeaders
{
    /// <summary>How often a quorum queue has given a message out in vain.</summary>
    private const string DeliveryCount = "x-delivery-count";

    private const int LongestMessage = 500;

    public static FailedWork Read(BasicGetResult message)
    {
        var properties = message.BasicProperties;
        var problem = Text(properties, "MT-Fault-Message")
            ?? (Text(properties, "x-first-death-reason") == "delivery_limit"
            ? "Its worker died over it again and again, or never got to acknowledge it."
            : null);
        return new FailedWork(
            properties.MessageId,
            Text(properties, "MT-Fault-MessageType"),
            DateTimeOffset.TryParse(Text(properties, "MT-Fault-Timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? at
                : null,
            Text(properties, "MT-Fault-ExceptionType"),
            problem?.Length > LongestMessage ? problem[..LongestMessage] + "…" : problem);
    }

    /// <summary>RabbitMQ 4 drops a message of a quorum queue that was given back twenty times.</summary>
    public static bool IsWorn(BasicGetResult message) =>
        message.BasicProperties.Headers?.TryGetValue(DeliveryCount, out var count) == true && Convert.ToInt64(count, CultureInfo.InvariantCulture) >= 10;

    /// <summary>The properties of a copy that goes to the same queue.</summary>
    public static BasicProperties Kept(BasicGetResult message) => Without(message, name => name is DeliveryCount);

    /// <summary>The properties of a copy that is to be tried anew.</summary>
    public static BasicProperties Cleared(BasicGetResult message) =>
        Without(
            message,
            name => name is DeliveryCount or "MT-Reason" || name.StartsWith("MT-Fault-", StringComparison.Ordinal)
                || name.Contains("death", StringComparison.Ordinal));

    private static BasicProperties Without(BasicGetResult message, Func<string, bool> dropped) => new(message.BasicProperties)
    {
        Headers = message.BasicProperties.Headers?.Where(header => !dropped(header.Key)).ToDictionary(),
    };

    private static string? Text(IReadOnlyBasicProperties properties, string header) =>
        properties.Headers?.TryGetValue(header, out var value) != true ? null
        : value is byte[] bytes ? Encoding.UTF8.GetString(bytes)
        : Convert.ToString(value, CultureInfo.InvariantCulture);
}
