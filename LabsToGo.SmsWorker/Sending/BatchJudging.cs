using LabsToGo.Domain;
using Npgsql;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>What becomes of a batch that the database can't even judge, because of what stands in one of its rows.</summary>
internal static class BatchJudging
{
    /// <summary>Of a row alone, in case that it was no fault of its own.</summary>
    private const int Tries = 3;

    /// <summary>
    /// The fault is in the data: class 22 (such as a time zone that is none), 23, or an error that a function of ours raises. Anything else, such as a function
    /// that is just being replaced, would hit every row, and is simply tried again.
    /// </summary>
    public static bool IsOfItsRows(this PostgresException exception) => exception.SqlState[..2] is "22" or "23" or "P0";

    /// <summary>
    /// Of several rows each becomes a batch of its own, so that the rest goes on. One that is alone is tried again, and after the last time it ends with the
    /// database's words as its reason.
    /// </summary>
    public static async Task JudgeAsync(this NpgsqlDataSource dataSource, Guid batchId, PostgresException problem)
    {
        await using var command = dataSource.CreateCommand(
            """
            with broken as materialized (
                select * from batches where id = $1 and attempt_id is null for update
            ), apart as (
                insert into batches (id, organization_id, campaign_id, sender_id, message_ids, segments, tries, due_at, counted_on)
                select gen_random_uuid(), b.organization_id, b.campaign_id, b.sender_id, array[m.id], m.segments, b.tries, now(),
                    b.counted_on
                from broken b
                cross join lateral unnest(b.message_ids) as member(id)
                join messages m on m.id = member.id
                where cardinality(b.message_ids) > 1
            ), again as (
                update batches b set failures = b.failures + 1, due_at = now() + interval '1 second', handed_at = null
                from broken x
                where b.id = x.id and cardinality(x.message_ids) = 1 and x.failures + 1 < $2
            ), over as (
                delete from batches b using broken x where b.id = x.id and (cardinality(x.message_ids) > 1 or x.failures + 1 >= $2)
                returning b.message_ids
            )
            update messages m set status = 'failed', reason = $3, updated_at = now()
            from over o
            where cardinality(o.message_ids) = 1 and m.id = o.message_ids[1] and m.status = 'pending'
            """);
        command.Parameters.Add(new() { Value = batchId });
        command.Parameters.Add(new() { Value = Tries });
        var words = StorableText.Of(problem.MessageText, 200);
        command.Parameters.Add(new() { Value = $"The database could not work on this text: {words} ({problem.SqlState})." });
        await command.ExecuteNonQueryAsync();
    }
}
