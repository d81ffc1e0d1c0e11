using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <inheritdoc />
public partial class KeptFiles : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropCheckConstraint(
            name: "ck_patient_imports_status",
            table: "patient_imports");

        migrationBuilder.DropCheckConstraint(
            name: "ck_consent_events_kind",
            table: "consent_events");

        migrationBuilder.AddColumn<long>(
            name: "consented",
            table: "patient_imports",
            type: "bigint",
            nullable: false,
            defaultValue: 0L);

        migrationBuilder.AddColumn<Guid>(
            name: "file_id",
            table: "patient_imports",
            type: "uuid",
            nullable: true);

        migrationBuilder.AddColumn<long>(
            name: "opted_out",
            table: "patient_imports",
            type: "bigint",
            nullable: false,
            defaultValue: 0L);

        migrationBuilder.AddColumn<bool>(
            name: "review",
            table: "patient_imports",
            type: "boolean",
            nullable: false,
            defaultValue: false);

        migrationBuilder.AddColumn<DateTimeOffset>(
            name: "started_at",
            table: "patient_imports",
            type: "timestamp with time zone",
            nullable: true);

        migrationBuilder.AddColumn<long>(
            name: "unchanged",
            table: "patient_imports",
            type: "bigint",
            nullable: false,
            defaultValue: 0L);

        migrationBuilder.AddColumn<DateTimeOffset>(
            name: "undone_at",
            table: "patient_imports",
            type: "timestamp with time zone",
            nullable: true);

        migrationBuilder.AddColumn<Guid>(
            name: "import_id",
            table: "consent_events",
            type: "uuid",
            nullable: true);

        migrationBuilder.CreateTable(
            name: "import_layouts",
            columns: table => new
            {
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                header_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                choices = table.Column<string>(type: "jsonb", nullable: false),
                changed_by = table.Column<Guid>(type: "uuid", nullable: false),
                changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_import_layouts", x => new { x.organization_id, x.header_hash });
                table.ForeignKey(
                    name: "fk_import_layouts_organizations_organization_id",
                    column: x => x.organization_id,
                    principalTable: "organizations",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "patient_import_changes",
            columns: table => new
            {
                import_id = table.Column<Guid>(type: "uuid", nullable: false),
                patient_id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                before = table.Column<string>(type: "jsonb", nullable: true),
                kept = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_patient_import_changes", x => new { x.import_id, x.patient_id });
                table.CheckConstraint("ck_patient_import_changes_kept", "kept in ('texted', 'edited')");
                table.ForeignKey(
                    name: "fk_patient_import_changes_patient_imports_import_id",
                    column: x => x.import_id,
                    principalTable: "patient_imports",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "stored_files",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                size = table.Column<long>(type: "bigint", nullable: true),
                permission = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                created_by = table.Column<Guid>(type: "uuid", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_stored_files", x => x.id);
                table.CheckConstraint("ck_stored_files_kind", "kind in ('import')");
                table.ForeignKey(
                    name: "fk_stored_files_organizations_organization_id",
                    column: x => x.organization_id,
                    principalTable: "organizations",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(
            name: "ix_patient_imports_file_id",
            table: "patient_imports",
            column: "file_id");

        migrationBuilder.AddCheckConstraint(
            name: "ck_patient_imports_status",
            table: "patient_imports",
            sql: "status in ('waiting', 'in_review', 'running', 'completed', 'failed', 'undoing', 'undone')");

        migrationBuilder.CreateIndex(
            name: "ix_consent_events_import_id",
            table: "consent_events",
            column: "import_id",
            filter: "import_id is not null");

        migrationBuilder.AddCheckConstraint(
            name: "ck_consent_events_kind",
            table: "consent_events",
            sql: "kind in ('granted', 'revoked', 'unknown')");

        migrationBuilder.CreateIndex(
            name: "ix_patient_import_changes_patient_id",
            table: "patient_import_changes",
            column: "patient_id");

        migrationBuilder.CreateIndex(
            name: "ix_stored_files_expires_at",
            table: "stored_files",
            column: "expires_at");

        migrationBuilder.CreateIndex(
            name: "ix_stored_files_organization_id_id",
            table: "stored_files",
            columns: new[] { "organization_id", "id" });

        migrationBuilder.AddForeignKey(
            name: "fk_patient_imports_stored_files_file_id",
            table: "patient_imports",
            column: "file_id",
            principalTable: "stored_files",
            principalColumn: "id",
            onDelete: ReferentialAction.SetNull);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropForeignKey(
            name: "fk_patient_imports_stored_files_file_id",
            table: "patient_imports");

        migrationBuilder.DropTable(
            name: "import_layouts");

        migrationBuilder.DropTable(
            name: "patient_import_changes");

        migrationBuilder.DropTable(
            name: "stored_files");

        migrationBuilder.DropIndex(
            name: "ix_patient_imports_file_id",
            table: "patient_imports");

        migrationBuilder.DropCheckConstraint(
            name: "ck_patient_imports_status",
            table: "patient_imports");

        migrationBuilder.DropIndex(
            name: "ix_consent_events_import_id",
            table: "consent_events");

        migrationBuilder.DropCheckConstraint(
            name: "ck_consent_events_kind",
            table: "consent_events");

        migrationBuilder.DropColumn(
            name: "consented",
            table: "patient_imports");

        migrationBuilder.DropColumn(
            name: "file_id",
            table: "patient_imports");

        migrationBuilder.DropColumn(
            name: "opted_out",
            table: "patient_imports");

        migrationBuilder.DropColumn(
            name: "review",
            table: "patient_imports");

        migrationBuilder.DropColumn(
            name: "started_at",
            table: "patient_imports");

        migrationBuilder.DropColumn(
            name: "unchanged",
            table: "patient_imports");

        migrationBuilder.DropColumn(
            name: "undone_at",
            table: "patient_imports");

        migrationBuilder.DropColumn(
            name: "import_id",
            table: "consent_events");

        migrationBuilder.AddCheckConstraint(
            name: "ck_patient_imports_status",
            table: "patient_imports",
            sql: "status in ('waiting', 'running', 'completed', 'failed')");

        migrationBuilder.AddCheckConstraint(
            name: "ck_consent_events_kind",
            table: "consent_events",
            sql: "kind in ('granted', 'revoked')");
    }
}
