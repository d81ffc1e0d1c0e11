using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <inheritdoc />
public partial class HeldConsent : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropCheckConstraint(
            name: "ck_consent_events_kind",
            table: "consent_events");

        migrationBuilder.CreateIndex(
            name: "ix_consent_events_organization_id_id",
            table: "consent_events",
            columns: new[] { "organization_id", "id" },
            filter: "kind = 'held'");

        migrationBuilder.AddCheckConstraint(
            name: "ck_consent_events_kind",
            table: "consent_events",
            sql: "kind in ('granted', 'revoked', 'held', 'unknown')");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(
            name: "ix_consent_events_organization_id_id",
            table: "consent_events");

        migrationBuilder.DropCheckConstraint(
            name: "ck_consent_events_kind",
            table: "consent_events");

        migrationBuilder.AddCheckConstraint(
            name: "ck_consent_events_kind",
            table: "consent_events",
            sql: "kind in ('granted', 'revoked', 'unknown')");
    }
}
