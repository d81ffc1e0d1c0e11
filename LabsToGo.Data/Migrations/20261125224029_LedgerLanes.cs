using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <summary>Several connections of one import write to the ledger at once, under the lock that the first of them holds for all: each number is one connection's alone.</summary>
public partial class LedgerLanes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            create or replace function lock_consent_ledger() returns trigger
                language plpgsql
            as $$
            begin
                if current_setting('app.ledger_is_held', true) is distinct from 'yes' then
                    perform pg_advisory_xact_lock(hashtext('consent_events'));
                end if;
                return null;
            end
            $$;
            """);

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            create or replace function lock_consent_ledger() returns trigger
                language plpgsql
            as $$
            begin
                perform pg_advisory_xact_lock(hashtext('consent_events'));
                return null;
            end
            $$;
            """);
}
