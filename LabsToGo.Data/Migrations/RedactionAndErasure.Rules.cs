using LabsToGo.Data.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LabsToGo.Data.Migrations;

/// <summary>The workers follow an erasure to its end; and an audit log is pruned so that its chain holds, whatever the clock did and however old its newest entry is.</summary>
public partial class RedactionAndErasure
{
    private static void AddRules(MigrationBuilder migration)
    {
        migration.GrantToService("update (erasure_due_at)", "patients");
        migration.Sql(Prune(
            """
            number < coalesce(
                (select min(kept.number) from audit_entries kept where kept.organization_id = organization and kept.at >= least(before, now() - interval '6 years')),
                (select head.number from audit_heads head where head.organization_id = organization))
            """));
    }

    private static void DropRules(MigrationBuilder migration)
    {
        migration.Sql($"revoke update (erasure_due_at) on patients from {DatabaseRoles.Service};");
        migration.Sql(Prune("at < least(before, now() - interval '6 years')"));
    }

    private static string Prune(string old) =>
        $"""
        create or replace function prune_audit_log(organization uuid, before timestamptz) returns bigint
            language plpgsql security definer set search_path = public
        as $$
        declare
            pruned bigint;
        begin
            perform set_config('app.organization_id', organization::text, true);
            delete from audit_entries where organization_id = organization and {old};
            get diagnostics pruned = row_count;
            return pruned;
        end
        $$;
        """;
}
