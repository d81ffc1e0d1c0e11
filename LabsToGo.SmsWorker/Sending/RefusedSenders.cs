using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Messages;
using Npgsql;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>
/// Pauses a sender as soon as Twilio refuses the number, and all of them when it refuses the account: rows stay, and people are told what to do. Every claim
/// of every worker asks for the pause, so nothing else begins to leave once it is committed, with Redis or without.
/// </summary>
internal sealed partial class RefusedSenders(NpgsqlDataSource dataSource, ILogger<RefusedSenders> logger)
{
    public async Task PauseAsync(Guid senderId, CreateResult.Rejected refusal)
    {
        var account = refusal.Error.Class is TwilioErrorClass.Account;
        var why = refusal.Error.Class is TwilioErrorClass.Unknown
            ? $"Several texts in a row were refused: {refusal.Error.InWords}"
            : refusal.Error.InWords;
        var paused = await dataSource.PauseSendersAsync(account ? null : senderId, $"{why}. Nothing is lost: mend this, then resume the sender.");
        Log.Paused(logger, paused, senderId, refusal.Error.Code);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Count} senders are paused: Twilio refuses sender {SenderId} with {Code}")]
        public static partial void Paused(ILogger logger, int count, Guid senderId, string code);
    }
}
