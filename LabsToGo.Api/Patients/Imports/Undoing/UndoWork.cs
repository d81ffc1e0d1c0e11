using LabsToGo.Api.Patients.Imports.Merging;
using LabsToGo.Data.Consent;
using Npgsql;

namespace LabsToGo.Api.Patients.Imports.Undoing;

/// <summary>
/// Undoes an import in chunks. What is decided on a patient is in the database, so whoever takes up an undoing that was cut off finds the others.
/// </summary>
internal sealed class UndoWork(NpgsqlConnection connection, UndoRun run)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (var create = new NpgsqlCommand(UndoChunk.Create, connection))
            await create.ExecuteNonQueryAsync(cancellationToken);
        await UndoPatientsAsync(UndoChunk.StageKnown, cancellationToken);
        await UndoPatientsAsync(UndoChunk.StageAdded, cancellationToken);
        await CloseOtherLinesAsync(cancellationToken);
    }

    private async Task UndoPatientsAsync(string stage, CancellationToken cancellationToken)
    {
        Guid? after = Guid.Empty;
        while (after is not null)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var batch = Locked();
            batch.BatchCommands.Add(run.Command(stage, after, UndoChunk.Most));
            foreach (var step in (string[])[UndoChunk.StageFamilies, UndoChunk.Judge, UndoChunk.Keep, UndoChunk.DeleteAdded, UndoChunk.Restore,
                UndoChunk.ForgetRestored, UndoChunk.NumbersOfPatients, UndoChunk.CloseLines])
            {
                batch.BatchCommands.Add(run.Command(step));
            }
            await batch.ExecuteNonQueryAsync(cancellationToken);
            await using (var last = new NpgsqlCommand(UndoChunk.Last, connection))
                after = await last.ExecuteScalarAsync(cancellationToken) as Guid?;
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private async Task CloseOtherLinesAsync(CancellationToken cancellationToken)
    {
        await using (var find = new NpgsqlBatch(connection) { Timeout = 0, BatchCommands = { run.Command(UndoChunk.FindNumbersLeft) } })
            await find.ExecuteNonQueryAsync(cancellationToken);
        for (var found = true; found;)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var batch = Locked();
            batch.BatchCommands.Add(run.Command(UndoChunk.NumbersLeft, most: UndoChunk.Most));
            batch.BatchCommands.Add(run.Command(UndoChunk.CloseLines));
            await batch.ExecuteNonQueryAsync(cancellationToken);
            await using (var any = new NpgsqlCommand("select exists (select from undo_numbers)", connection))
                found = (bool)(await any.ExecuteScalarAsync(cancellationToken))!;
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private NpgsqlBatch Locked()
    {
        var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.BatchCommands.Add(new NpgsqlBatchCommand(PatientChanges.Lock)
        {
            Parameters = { new("organization_id", run.OrganizationId.ToString()) },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ConsentLedger.Lock));
        foreach (var setting in ChunkMerge.PlanByIndex.Split(';'))
            batch.BatchCommands.Add(new NpgsqlBatchCommand(setting));
        return batch;
    }
}
