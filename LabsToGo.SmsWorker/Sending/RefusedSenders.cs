using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Messages;
using Npgsql;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>Pauses a sender as soon as Twilio refuses the number or the account: its rows stay, and people are told what to do.</summary>
internal sealed partial class RefusedSenders(NpgsqlDataSource dataSource, ILogger<RefusedSenders> logger)
{
    public async Task LookAsync(Guid senderId, CreateResult?[] results)
    {
        var refusal = results.OfType<CreateResult.Rejected>().FirstOrDefault(rejected => rejected.Error.Class is TwilioErrorClass.SenderOrAccount);
        if (refusal is null)
            return;
        Log.SenderPaused(logger, senderId, refusal.Error.Code);
        await dataSource.PauseSenderAsync(senderId, $"{refusal.Error.InWords}. Nothing is lost: mend this, then resume the sender.", CancellationToken.None);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Sender {SenderId} is paused: Twilio refuses it with {Code}")]
        public static partial void SenderPaused(ILogger logger, Guid senderId, string code);
    }
}
