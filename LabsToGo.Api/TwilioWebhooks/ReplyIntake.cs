using LabsToGo.Api.Errors;
using LabsToGo.Data;
using LabsToGo.Data.Tenancy;
using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Patients;
using LabsToGo.Twilio.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.TwilioWebhooks;

/// <summary>Takes in a patient's text: the reply and, when it is an opt-out or its end, the line in the consent ledger, in one commit.</summary>
internal sealed partial class ReplyIntake(LabsToGoDbContext db, Tenant tenant, TimeProvider time, ILogger<ReplyIntake> logger)
{
    public async Task TakeAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        tenant.Find(TenantLookup.Senders);
        var sender = await db.Senders.AsNoTracking().FirstOrDefaultAsync(sender => sender.Phone == message.To, cancellationToken);
        if (sender is null)
        {
            Log.UnknownSender(logger, message.MessageSid);
            return;
        }
        tenant.Use(sender.OrganizationId);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Replies.AnyAsync(reply => reply.ProviderSid == message.MessageSid, cancellationToken))
            return;
        var phone = PhoneNumber.TryNormalize(message.From, out var e164, out _) ? e164 : message.From;
        var now = time.GetUtcNow();
        var intent = Intent(message);
        var patientId = await db.Patients.Where(patient => patient.Phone == phone).OrderBy(patient => patient.Id).Select(patient => (Guid?)patient.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var reply = new Reply
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = sender.OrganizationId,
            PatientId = patientId,
            Phone = phone,
            SenderId = sender.Id,
            Body = message.Body.Replace("\0", "", StringComparison.Ordinal),
            Intent = intent.Stored(),
            ProviderSid = message.MessageSid,
            ReceivedAt = now,
        };
        db.Add(reply);
        if (await LedgerLineAsync(reply, intent, cancellationToken) is { } line)
            db.Add(line);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // The same text came twice at the same moment: the other one is durable.
            return;
        }
        await transaction.CommitAsync(cancellationToken);
        Log.Taken(logger, reply.Id, reply.Intent);
    }

    /// <summary>Twilio's own reading of an opt-out counts as well as ours; neither can take the other's back.</summary>
    private static ReplyIntent Intent(InboundMessage message) => (message.OptOutType, OptOutWords.Read(message.Body)) switch
    {
        ("STOP", _) or (_, ReplyIntent.Stop) => ReplyIntent.Stop,
        ("START", _) => ReplyIntent.Start,
        ("HELP", _) => ReplyIntent.Help,
        (_, var own) => own,
    };

    private async Task<ConsentEvent?> LedgerLineAsync(Reply reply, ReplyIntent intent, CancellationToken cancellationToken)
    {
        if (intent is not (ReplyIntent.Stop or ReplyIntent.Start))
            return null;
        var state = await db.CurrentConsent(reply.OrganizationId, reply.Phone).Select(consent => (ConsentKind?)consent.Kind)
            .SingleOrDefaultAsync(cancellationToken);
        // A "yes" ends an opt-out; it is no consent where none was ever asked for.
        if (intent is ReplyIntent.Start && state is not ConsentKind.Revoked)
            return null;
        return new ConsentEvent
        {
            OrganizationId = reply.OrganizationId,
            PatientId = reply.PatientId,
            Phone = reply.Phone,
            Kind = intent is ReplyIntent.Stop ? ConsentKind.Revoked : ConsentKind.Granted,
            Source = ConsentSource.Reply,
            OccurredAt = reply.ReceivedAt,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Text {MessageSid} came to a number that is no sender of any organization. Add it under Settings.")]
        public static partial void UnknownSender(ILogger logger, string messageSid);

        [LoggerMessage(LogLevel.Information, "Reply {ReplyId} came in: {Intent}.")]
        public static partial void Taken(ILogger logger, Guid replyId, string intent);
    }
}
