using System.Net;
using System.Runtime.CompilerServices;
using LabsToGo.Twilio.Package;
using Twilio.Rest.Api.V2010.Account;

namespace LabsToGo.Twilio.Messages;

/// <summary>The messages that Twilio has of us, by Twilio's own package.</summary>
public sealed class SentMessages(TwilioConnection connection)
{
    /// <returns>Null when Twilio does not know the sid.</returns>
    /// <exception cref="HttpRequestException">No answer, or one that is neither a message nor 404.</exception>
    public async Task<SentMessage?> FetchAsync(string sid, CancellationToken cancellationToken)
    {
        try
        {
            return SentMessage.Of(await connection.AskAsync(client => MessageResource.FetchAsync(sid, client: client), cancellationToken));
        }
        catch (HttpRequestException unknown) when (unknown.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>
    /// Messages to somebody's number, from whichever of ours, newest first. Not filtered by date: <c>date_sent</c> is null while a message is queued, so a
    /// filter would miss the newest.
    /// </summary>
    /// <exception cref="HttpRequestException">No answer, or a refusal.</exception>
    public async IAsyncEnumerable<SentMessage> ListToAsync(string to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var message in connection.ListAsync(new ReadMessageOptions { To = new(to) }, cancellationToken))
            yield return SentMessage.Of(message);
    }

    /// <summary>Deletes a message's text at Twilio; sender, recipient and times stay. To do it twice does no harm.</summary>
    /// <returns>How it ended; it throws for no answer of Twilio's, and for none at all.</returns>
    public async Task<RedactResult> RedactAsync(string sid, CancellationToken cancellationToken)
    {
        try
        {
            await connection.AskAsync(client => MessageResource.UpdateAsync(sid, body: "", client: client), cancellationToken);
            return RedactResult.Redacted;
        }
        catch (HttpRequestException refusal)
        {
            return refusal.StatusCode switch
            {
                HttpStatusCode.NotFound => RedactResult.Gone,
                HttpStatusCode.BadRequest or HttpStatusCode.Conflict => RedactResult.NotYet,
                _ => RedactResult.Unavailable,
            };
        }
    }
}
