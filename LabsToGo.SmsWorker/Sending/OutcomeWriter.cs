using LabsToGo.Contracts.Messages;
using LabsToGo.Data.Sending;
using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Messages;
using Npgsql;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>Records what became of a chunk, however long the database needs to come back: an answer from Twilio is not to be lost.</summary>
internal sealed partial class OutcomeWriter(NpgsqlDataSource dataSource, TimeProvider time, ILogger<OutcomeWriter> logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public async Task WriteAsync(SendBatch batch, Claim claim, CreateResult[] results)
    {
        var outcomes = new SendOutcome[results.Length];
        for (var i = 0; i < results.Length; i++)
            outcomes[i] = Outcomes.Of(claim.Messages[i].Id, results[i], Random.Shared);

        await RepeatAsync(() => dataSource.RecordOutcomesAsync(claim.AttemptId, outcomes, CancellationToken.None));

        var refusal = results.OfType<CreateResult.Rejected>().FirstOrDefault(rejected => rejected.Error.Class is TwilioErrorClass.SenderOrAccount);
        if (refusal is not null)
        {
            Log.SenderPaused(logger, batch.SenderId, refusal.Error.Code);
            await RepeatAsync(() => dataSource.PauseSenderAsync(batch.SenderId, $"{refusal.Error.InWords}. Nothing is lost: mend this, then resume the sender.", CancellationToken.None));
        }
    }

    /// <summary>Until it works or the process ends; then the lease runs out and the rows are reconciled with Twilio.</summary>
    private async Task RepeatAsync(Func<Task> write)
    {
        for (var pause = TimeSpan.FromMilliseconds(200); ; pause = pause < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await write();
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException { IsTransient: true } or TimeoutException)
            {
                Log.NotRecorded(logger, exception.Message);
                await Task.Delay(pause, time);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Outcomes could not be recorded and are kept for another try: {Problem}")]
        public static partial void NotRecorded(ILogger logger, string problem);

        [LoggerMessage(LogLevel.Error, "Sender {SenderId} is paused: Twilio refuses it with {Code}")]
        public static partial void SenderPaused(ILogger logger, Guid senderId, string code);
    }
}
