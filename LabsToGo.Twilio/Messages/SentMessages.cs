using System.Net;
using System.Runtime.CompilerServices;
using LabsToGo.Twilio.Package;
using Twilio.Base;
using Twilio.Http;
using Twilio.Rest;
using Twilio.Rest.Api.V2010.Account;
using HttpMethod = Twilio.Http.HttpMethod;

namespace LabsToGo.Twilio.Messages;

/// <summary>The messages that Twilio has of us, by Twilio's own package.</summary>
public sealed class SentMessages(TwilioConnection connection)
{
    private const int PageSize = 200;

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
        // Page by page: the package's own way over several pages asks for the next one synchronously.
        var filter = new ReadMessageOptions { To = new(to), PageSize = PageSize };
        for (var next = new Request(
            HttpMethod.Get, Domain.Api, $"/2010-04-01/Accounts/{connection.AccountSid}/Messages.json", queryParams: filter.GetParams()); next is not null;)
        {
            var request = next;
            var page = await connection.AskAsync(
                async client => Page<MessageResource>.FromJson("messages", (await client.RequestAsync(request)).Content), cancellationToken);
            foreach (var message in page.Records)
                yield return SentMessage.Of(message);
            next = page.HasNextPage() ? new Request(HttpMethod.Get, page.GetNextPageUrl(Domain.Api)) : null;
        }
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
