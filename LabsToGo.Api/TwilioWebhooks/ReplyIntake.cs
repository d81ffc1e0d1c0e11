using LabsToGo.Api.Campaigns;
using LabsToGo.Data;
using LabsToGo.Data.Replies;
using LabsToGo.Data.Tenancy;
using LabsToGo.Domain.Messages;
using LabsToGo.Twilio.Webhooks;
using Npgsql;

namespace LabsToGo.Api.TwilioWebhooks;

/// <summary>Takes in a patient's text for every organization that it concerns.</summary>
internal sealed partial class ReplyIntake(
    LabsToGoDbContext db, NpgsqlDataSource dataSource, Tenant tenant, StartPublishing starts, TimeProvider time, ILogger<ReplyIntake> logger)
{
    public async Task TakeAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var reply = IncomingReply.Of(
            message.MessageSid, message.From, message.To, message.Body, message.OptOutType ?? OptOutKeywords.TypeOf(message.Body), time.GetUtcNow());
        tenant.Find(TenantLookup.Senders);
        var lines = await db.WithConnectionAsync(connection => connection.ReplyLinesAsync(reply.To, cancellationToken), cancellationToken);
        if (lines.Count == 0)
        {
            Log.UnknownSender(logger, reply.ProviderSid);
            return;
        }
        var taken = await lines.TakeReplyAsync(
            reply, organization => dataSource.OpenConnectionForAsync(organization, cancellationToken), cancellationToken);
        foreach (var answer in taken.Answers)
            await starts.PublishAsync(answer, answer.CampaignId, cancellationToken);
        Log.Taken(logger, reply.ProviderSid, reply.Intent);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Text {MessageSid} came to a number that never was a sender of any organization. Add it under Settings.")]
        public static partial void UnknownSender(ILogger logger, string messageSid);

        [LoggerMessage(LogLevel.Information, "Reply {MessageSid} came in: {Intent}.")]
        public static partial void Taken(ILogger logger, string messageSid, ReplyIntent intent);
    }
}
