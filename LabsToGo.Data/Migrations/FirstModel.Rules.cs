using LabsToGo.Data.Tenancy;
using LabsToGo.Domain.Messages;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LabsToGo.Data.Migrations;

/// <summary>What the model can't say: whose rows are whose, how rows may move, and how they are counted.</summary>
public partial class FirstModel
{
    private static void AddRules(MigrationBuilder migration)
    {
        migration.Sql(Script("Tenancy.sql"));
        foreach (var table in (string[])["patients", "patient_imports", "patient_import_errors", "consent_events", "campaigns", "campaign_counters", "messages", "replies"])
            migration.EnableTenancy(table);
        migration.EnableTenancy("organizations", "id = current_organization()");
        migration.EnableTenancy("users", "organization_id = current_organization() or looking_up('accounts')");
        migration.EnableTenancy("refresh_tokens", "organization_id = current_organization() or looking_up('accounts')");
        migration.EnableTenancy("senders", "organization_id = current_organization() or looking_up('senders')");
        foreach (var table in (string[])["user_claims", "user_logins", "user_tokens"])
            migration.EnableTenancy(table, "exists (select from users where users.id = user_id)");

        migration.GrantToApi("select", "worker_heartbeats");
        foreach (var table in (string[])["patients", "organizations"])
            migration.GrantToService("select", table);
        foreach (var table in (string[])["senders", "campaigns"])
            migration.GrantToService("select, update", table);
        foreach (var table in (string[])["messages", "campaign_counters"])
            migration.GrantToService("select, insert, update", table);
        migration.GrantToService("select, insert", "consent_events");
        migration.GrantToService("select, insert, update, delete", "worker_heartbeats");

        migration.Sql(Script("QuietHours.sql"));
        migration.Sql(Script("MessageMoves.sql"));
        var moves = MessageMoves.Legal.SelectMany(from => from.Value.Select(to => $"('{from.Key.Stored()}', '{to.Stored()}')"));
        migration.Sql($"insert into message_moves (from_status, to_status) values {string.Join(", ", moves)};");
        migration.Sql(Script("Counting.sql"));

        // Rows are rewritten in place while they are followed: room on the page keeps those updates off the indexes.
        migration.Sql("alter table messages set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);");
        migration.Sql("alter table campaign_counters set (fillfactor = 20);");
    }

    private static void DropRules(MigrationBuilder migration) =>
        migration.Sql("""
            drop trigger count_inserted on messages;
            drop trigger count_moved on messages;
            drop function count_inserted_messages, count_moved_messages, next_allowed, next_allowed_in_zone;
            drop table message_moves;
            drop function current_organization, looking_up cascade;
            """);

    private static string Script(string name) => MigrationScripts.Read($"FirstModel.{name}");
}
