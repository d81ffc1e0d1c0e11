using System.Globalization;
using LabsToGo.TwilioSandbox.Faults;
using Microsoft.Extensions.Primitives;

namespace LabsToGo.TwilioSandbox.Messages;

internal static class MessageEndpoints
{
    public static void MapMessages(this WebApplication app)
    {
        var messages = app.MapGroup("/2010-04-01/Accounts/{accountSid}").AddEndpointFilter<BasicAuthFilter>();
        messages.MapPost("/Messages.json", MessageCreation.CreateAsync);
        messages.MapGet("/Messages.json", List);
        messages.MapGet("/Messages/{sid}.json", Fetch);
        messages.MapPost("/Messages/{sid}.json", UpdateAsync);
        messages.MapDelete("/Messages/{sid}.json", Delete);
    }

    private static IResult List(string accountSid, MessageStore store, FaultSwitches faults, HttpRequest request)
    {
        if (faults.RefusesList())
            return Answers.Problem(503, 20503, "Service unavailable");
        var query = request.Query;
        var size = int.TryParse(query["PageSize"], out var asked) ? Math.Clamp(asked, 1, 1000) : 50;
        var page = int.TryParse(query["Page"], out var number) ? Math.Max(number, 0) : 0;
        var found = store.List(Given(query["To"]), Given(query["From"]), Since(query["DateSent>"])).Skip(page * size).Take(size + 1).ToList();
        var items = found.Take(size).Select(message => Answers.Of(message, accountSid)).ToList();

        string Link(int to) => Answers.ListUri(accountSid) + QueryString.Create(
            query.Where(part => part.Key is not ("Page" or "PageSize"))
                .Append(new("PageSize", $"{size}")).Append(new KeyValuePair<string, StringValues>("Page", $"{to}")));

        return TypedResults.Json(
            new TwilioMessagePage
            {
                Messages = items,
                Page = page,
                PageSize = size,
                Start = page * size,
                End = page * size + Math.Max(items.Count - 1, 0),
                FirstPageUri = Link(0),
                PreviousPageUri = page == 0 ? null : Link(page - 1),
                NextPageUri = found.Count > size ? Link(page + 1) : null,
                Uri = Link(page),
            },
            MessageJson.Default.TwilioMessagePage);
    }

    private static IResult Fetch(string accountSid, string sid, MessageStore store, HttpRequest request) =>
        store.Find(sid) is { } message ? Answers.Message(message, accountSid) : Answers.NotFound(request.Path);

    /// <summary>The one change that Twilio allows besides a cancellation: an empty body redacts the text, once the message has ended.</summary>
    private static async Task<IResult> UpdateAsync(string accountSid, string sid, MessageStore store, FaultSwitches faults, HttpRequest request)
    {
        if (store.Find(sid) is not { } message)
            return Answers.NotFound(request.Path);
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (!form.TryGetValue("Body", out var body) || body.ToString().Length > 0)
            return Answers.Problem(400, 30400, "Parameters are not valid");
        if (message.Status is "queued" || faults.RefusesRedaction())
            return Answers.Problem(409, 20009, "Cannot delete this resource before it is complete");
        message.Body = "";
        return Answers.Message(message, accountSid);
    }

    private static IResult Delete(string sid, MessageStore store, HttpRequest request) =>
        store.Remove(sid) ? TypedResults.NoContent() : Answers.NotFound(request.Path);

    private static DateTimeOffset? Since(StringValues value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) ? since : null;

    private static string? Given(StringValues value) => value.ToString() is { Length: > 0 } text ? text : null;
}
