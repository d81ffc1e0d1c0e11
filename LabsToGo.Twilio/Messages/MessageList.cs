using System.Runtime.CompilerServices;
using LabsToGo.Twilio.Package;
using Twilio.Base;
using Twilio.Http;
using Twilio.Rest;
using Twilio.Rest.Api.V2010.Account;
using HttpMethod = Twilio.Http.HttpMethod;

namespace LabsToGo.Twilio.Messages;

internal static class MessageList
{
    private const int PageSize = 200;

    /// <summary>Newest first, page by page: the package's own way over several pages asks for the next one synchronously.</summary>
    /// <exception cref="HttpRequestException">No answer, or a refusal.</exception>
    public static async IAsyncEnumerable<MessageResource> ListAsync(
        this TwilioConnection connection, ReadMessageOptions filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        filter.PageSize = PageSize;
        for (var next = new Request(
            HttpMethod.Get, Domain.Api, $"/2010-04-01/Accounts/{connection.AccountSid}/Messages.json", queryParams: filter.GetParams()); next is not null;)
        {
            var request = next;
            var page = await connection.AskAsync(
                async client => Page<MessageResource>.FromJson("messages", (await client.RequestAsync(request)).Content), cancellationToken);
            foreach (var message in page.Records)
                yield return message;
            next = page.HasNextPage() ? new Request(HttpMethod.Get, page.GetNextPageUrl(Domain.Api)) : null;
        }
    }
}
