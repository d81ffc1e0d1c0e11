using Npgsql;

namespace LabsToGo.Data.Erasing;

/// <summary>
/// What an erased patient leaves in messages and replies. Run once with the erasure itself, and again by the workers until nothing is left: a text may be under
/// way, its outcome open, or just being planned from what was read before. Campaigns are walked by <c>(organization_id, id)</c> and <c>(patient_id, id)</c>,
/// the messages in them by <c>(campaign_id, patient_id)</c>.
/// </summary>
public static class PatientErasure
{
    /// <summary>Campaigns to an audience, and those to this patient alone.</summary>
    public const string Campaigns =
        """
        campaigns as (
            select id from campaigns where organization_id = @organization_id and kind = 'bulk'
            union all
            select id from campaigns where organization_id = @organization_id and patient_id = @patient_id
        )
        """;

    /// <summary>
    /// Ends what waits for the patient. Each row leaves its batch in the same statement, so that a claim of it sees either the row with its batch or neither;
    /// one that is under a claim is left to it.
    /// </summary>
    public static async Task EndWaitingOfAsync(this NpgsqlConnection connection, Guid organizationId, Guid patientId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with {Campaigns}, waiting as materialized (
                select m.id, m.campaign_id, m.sender_id, m.segments
                from campaigns c
                join messages m on m.campaign_id = c.id and m.patient_id = @patient_id
                where m.status = 'pending'
            ), emptied as (
                delete from batches b using waiting w
                where b.campaign_id = w.campaign_id and b.sender_id = w.sender_id and b.attempt_id is null and b.message_ids = array[w.id]
                returning w.id
            ), reduced as (
                update batches b set message_ids = array_remove(b.message_ids, w.id), segments = b.segments - w.segments
                from waiting w
                where b.campaign_id = w.campaign_id and b.sender_id = w.sender_id and b.attempt_id is null and b.message_ids @> array[w.id]
                    and cardinality(b.message_ids) > 1
                returning w.id
            )
            update messages m set status = 'skipped', reason = 'erased', updated_at = now()
            from (select id from emptied union all select id from reduced) freed
            where m.id = freed.id and m.status = 'pending'
            """,
            connection);
        await command.With(organizationId, patientId).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Deletes texts and numbers here. What may still be posted or compared with Twilio's list (pending under a claim, unknown) keeps them until it is not any
    /// more.
    /// </summary>
    public static async Task DeleteTextsOfAsync(this NpgsqlConnection connection, Guid organizationId, Guid patientId, CancellationToken cancellationToken)
    {
        await using var messages = new NpgsqlCommand(
            $"""
            with {Campaigns}
            update messages m set
                body = '',
                phone = '',
                reason = case when m.status in ('accepted', 'sent', 'sent_unconfirmed') then null else m.reason end,
                redacted_at = case when m.redacted_at is null and m.provider_sid is null
                    and m.status in ({EndedMessages.States}) then now() else m.redacted_at end
            from campaigns c
            where m.campaign_id = c.id and m.patient_id = @patient_id and m.status in ('accepted', 'sent', {EndedMessages.States})
                and (m.body <> '' or m.phone <> '' or (m.redacted_at is null and m.provider_sid is null))
            """,
            connection);
        await messages.With(organizationId, patientId).ExecuteNonQueryAsync(cancellationToken);
        await using var replies = new NpgsqlCommand(
            "update replies set body = '', phone = '' where organization_id = @organization_id and patient_id = @patient_id and (body <> '' or phone <> '')",
            connection);
        await replies.With(organizationId, patientId).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Binds <c>@organization_id</c> and <c>@patient_id</c>.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, Guid organizationId, Guid patientId)
    {
        command.Parameters.AddWithValue("organization_id", organizationId);
        command.Parameters.AddWithValue("patient_id", patientId);
        return command;
    }
}
