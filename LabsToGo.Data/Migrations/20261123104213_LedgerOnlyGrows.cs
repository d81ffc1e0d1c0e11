using LabsToGo.Data.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LabsToGo.Data.Migrations;

/// <summary>Nobody can change or remove a line of the consent ledger, and its lines are written one writer after the other.</summary>
public partial class LedgerOnlyGrows : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            $"""
            revoke update, delete, truncate on consent_events from {DatabaseRoles.Api};

            -- Whoever looks at the newest line of a number before writing the next takes this lock first, and so sees every line before its own.
            create function lock_consent_ledger() returns trigger
                language plpgsql
            as $$
            begin
                perform pg_advisory_xact_lock(hashtext('consent_events'));
                return null;
            end
            $$;
            create trigger one_writer before insert on consent_events for each statement execute function lock_consent_ledger();
            """);

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            $"""
            drop trigger one_writer on consent_events;
            drop function lock_consent_ledger;
            grant update, delete on consent_events to {DatabaseRoles.Api};
            """);
}
