using System.Runtime.CompilerServices;
using Twilio.Rest.Api.V2010.Account;

namespace LabsToGo.Twilio.Messages;

/// <summary>The texts that came in, by Twilio's own package.</summary>
public sealed class ReceivedMessages(TwilioConnection connection)
{
    /// <summary>What came to one of our numbers since then, newest first.</summary>
    /// <exception cref="HttpRequestException">No answer, or a refusal.</exception>
    public async IAsyncEnumerable<ReceivedMessage> ListAsync(
        string to, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = new ReadMessageOptions { To = new(to), DateSentAfter = since.UtcDateTime };
        await foreach (var message in connection.ListAsync(filter, cancellationToken))
        {
            if (ReceivedMessage.Of(message) is { } received)
                yield return received;
        }
    }
}
