using LabsToGo.Data.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LabsToGo.Data.Migrations;

/// <summary>Whose the new rows are, and who may do what with them.</summary>
public partial class AccountsAndProtection
{
    private static void AddRules(MigrationBuilder migration)
    {
        foreach (var table in (string[])["sessions", "password_links", "api_keys", "audit_entries", "audit_heads", "idempotent_requests"])
            migration.EnableTenancy(table);
        migration.EnableTenancy("user_passkeys", "exists (select from users where users.id = user_id)");

        // What is looked up before it is known whose it is, is opened for reading alone.
        foreach (var table in (string[])["users", "refresh_tokens", "senders"])
            migration.Sql($"drop policy tenant on {table}; create policy tenant on {table} using (organization_id = current_organization()) with check (organization_id = current_organization());");
        foreach (var table in (string[])["users", "refresh_tokens", "sessions", "password_links"])
            migration.AllowLookup(table, TenantLookup.Accounts);
        migration.AllowLookup("senders", TenantLookup.Senders);
        migration.AllowLookup("api_keys", TenantLookup.ApiKeys);

        migration.Sql(MigrationScripts.Read("AccountsAndProtection.Auditing.sql"));
        migration.Sql($"revoke update, delete, truncate on audit_entries from {DatabaseRoles.Api}; revoke insert, update, delete, truncate on audit_heads from {DatabaseRoles.Api};");

        // The Api's own, of no organization.
        migration.GrantToApi("select, insert, delete", "signing_keys");
        migration.GrantToApi("select, insert", "data_protection_keys");
        migration.Sql($"grant usage on sequence data_protection_keys_id_seq to {DatabaseRoles.Api};");

        // The sweepers': retention, and what is of no use any more.
        migration.GrantToService("select, update", "replies");
        migration.GrantToService("select, delete", "idempotent_requests");
        migration.Sql($"grant execute on function prune_audit_log to {DatabaseRoles.Service};");
    }

    private static void DropRules(MigrationBuilder migration)
    {
        migration.Sql($"""
            revoke update on replies from {DatabaseRoles.Service};
            drop trigger chain on audit_entries;
            drop function chain_audit_entry, prune_audit_log, verify_audit_log, audit_hash;
            """);
        foreach (var table in (string[])["users", "refresh_tokens", "senders"])
        {
            var lookup = table is "senders" ? "senders" : "accounts";
            migration.Sql($"""
                drop policy lookup on {table};
                drop policy tenant on {table};
                create policy tenant on {table}
                    using (organization_id = current_organization() or looking_up('{lookup}'))
                    with check (organization_id = current_organization() or looking_up('{lookup}'));
                """);
        }
    }
}
