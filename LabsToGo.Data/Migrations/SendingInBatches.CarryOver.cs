using LabsToGo.Data.Tenancy;
using LabsToGo.Domain.Messages;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LabsToGo.Data.Migrations;

/// <summary>What waited goes on waiting: each pending row becomes a batch of its own, and a claim of before is an open outcome.</summary>
public partial class SendingInBatches
{
    private static void CarryOver(MigrationBuilder migration)
    {
        foreach (var table in (string[])["batches", "notable_messages"])
        {
            migration.EnableTenancy(table);
            migration.GrantToService("select, insert, update, delete", table);
        }
        migration.Sql(MigrationScripts.Read("SendingInBatches.Counting.sql"));
        var moves = MessageMoves.Legal.SelectMany(from => from.Value.Select(to => $"('{from.Key.Stored()}', '{to.Stored()}')"));
        migration.Sql($"insert into message_moves (from_status, to_status) values {string.Join(", ", moves)} on conflict do nothing;");

        // The owner sees all rows for once.
        migration.Sql(
            """
            alter table messages no force row level security;
            alter table notable_messages no force row level security;
            alter table batches no force row level security;
            alter table campaign_counters no force row level security;
            insert into notable_messages (message_id, organization_id, campaign_id, patient_id, status, ask_at)
            select id, organization_id, campaign_id, patient_id, status, case when status = 'unknown' then coalesce(lease_until, now()) end
            from messages
            where status in ('unknown', 'sent_unconfirmed', 'undelivered', 'failed', 'skipped', 'canceled', 'expired');
            update messages set status = 'unknown', reason = 'worker_lost', updated_at = now() where status = 'sending';
            insert into batches (id, organization_id, campaign_id, sender_id, message_ids, segments, tries, due_at)
            select gen_random_uuid(), organization_id, campaign_id, sender_id, array[id], segments, attempts, coalesce(due_at, now())
            from messages
            where status = 'pending' and sender_id is not null;
            alter table messages force row level security;
            alter table notable_messages force row level security;
            alter table batches force row level security;
            alter table campaign_counters force row level security;

            -- Rows are rewritten in place while they are sent and followed: room on the page, and no index that changes, keep those updates off the indexes (HOT).
            alter table messages set (fillfactor = 70);
            alter table batches set (autovacuum_vacuum_scale_factor = 0.01);
            """);
    }
}
