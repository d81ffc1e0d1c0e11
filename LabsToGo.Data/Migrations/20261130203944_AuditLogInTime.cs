using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <inheritdoc />
public partial class AuditLogInTime : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AlterColumn<string>(
            name: "action",
            table: "audit_entries",
            type: "character varying(60)",
            maxLength: 60,
            nullable: false,
            collation: "C",
            oldClrType: typeof(string),
            oldType: "character varying(60)",
            oldMaxLength: 60);

        migrationBuilder.CreateIndex(
            name: "ix_audit_entries_organization_id_at",
            table: "audit_entries",
            columns: new[] { "organization_id", "at" });
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(
            name: "ix_audit_entries_organization_id_at",
            table: "audit_entries");

        migrationBuilder.AlterColumn<string>(
            name: "action",
            table: "audit_entries",
            type: "character varying(60)",
            maxLength: 60,
            nullable: false,
            oldClrType: typeof(string),
            oldType: "character varying(60)",
            oldMaxLength: 60,
            oldCollation: "C");
    }
}
