using LabsToGo.Data.Erasing;
using LabsToGo.Data.Leading;
using LabsToGo.Data.Looping;
using Npgsql;

namespace LabsToGo.SmsWorker.Retention;

/// <summary>Follows each erasure to its end: what was under way here, and every text at Twilio.</summary>
internal sealed partial class ErasureLoop(
    NpgsqlDataSource dataSource, TwilioRedaction twilio, Leadership leadership, LoopHealth health, TimeProvider time, ILogger<ErasureLoop> logger)
    : LeaderLoop(leadership, TimeSpan.FromSeconds(2), health, time, logger)
{
    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        while (await dataSource.TakeErasedAsync(cancellationToken) is { Count: > 0 } patients)
        {
            foreach (var patient in patients)
                await EraseAsync(patient, cancellationToken);
        }
    }

    private async Task EraseAsync(ErasedPatient patient, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.EndWaitingOfAsync(patient.OrganizationId, patient.Id, cancellationToken);
        await connection.DeleteTextsOfAsync(patient.OrganizationId, patient.Id, cancellationToken);

        var (messages, replies) = await connection.CopiesOfPatientAsync(patient, cancellationToken);
        var (redacted, available) = await twilio.RedactAsync(messages.Concat(replies), cancellationToken);
        await dataSource.MessagesAreRedactedAsync([.. redacted.Intersect(messages.Select(copy => copy.Id))], cancellationToken);
        await dataSource.RepliesAreRedactedAsync([.. redacted.Intersect(replies.Select(copy => copy.Id))], cancellationToken);

        if (!available)
            Log.Away(logger, patient.Id);
        else if (await connection.CompleteErasureAsync(patient, cancellationToken))
            Log.Erased(logger, patient.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Nothing is left of the erased patient {PatientId}, here or at Twilio")]
        public static partial void Erased(ILogger logger, Guid patientId);

        [LoggerMessage(LogLevel.Warning, "Twilio does not delete the texts of the erased patient {PatientId} just now; it is asked again")]
        public static partial void Away(ILogger logger, Guid patientId);
    }
}
