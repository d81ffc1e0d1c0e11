using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations
{
    /// <inheritdoc />
    public partial class DirectMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_campaigns_organization_id_id",
                table: "campaigns");

            migrationBuilder.DropIndex(
                name: "ix_campaigns_status",
                table: "campaigns");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "campaigns",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "bulk");

            migrationBuilder.AddColumn<short>(
                name: "lifetime_hours",
                table: "campaigns",
                type: "smallint",
                nullable: false,
                defaultValue: (short)72);

            migrationBuilder.AddColumn<Guid>(
                name: "patient_id",
                table: "campaigns",
                type: "uuid",
                nullable: true,
                computedColumnSql: "(audience ->> 'patientId')::uuid",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_organization_id_id",
                table: "campaigns",
                columns: new[] { "organization_id", "id" },
                filter: "kind = 'bulk'");

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_organization_id_started_at",
                table: "campaigns",
                columns: new[] { "organization_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_patient_id_id",
                table: "campaigns",
                columns: new[] { "patient_id", "id" },
                filter: "patient_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_status",
                table: "campaigns",
                column: "status",
                filter: "status in ('queued', 'planning', 'running', 'paused', 'canceled')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_campaigns_kind",
                table: "campaigns",
                sql: "kind in ('bulk', 'reply', 'test')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_campaigns_organization_id_id",
                table: "campaigns");

            migrationBuilder.DropIndex(
                name: "ix_campaigns_organization_id_started_at",
                table: "campaigns");

            migrationBuilder.DropIndex(
                name: "ix_campaigns_patient_id_id",
                table: "campaigns");

            migrationBuilder.DropIndex(
                name: "ix_campaigns_status",
                table: "campaigns");

            migrationBuilder.DropCheckConstraint(
                name: "ck_campaigns_kind",
                table: "campaigns");

            migrationBuilder.DropColumn(
                name: "patient_id",
                table: "campaigns");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "campaigns");

            migrationBuilder.DropColumn(
                name: "lifetime_hours",
                table: "campaigns");

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_organization_id_id",
                table: "campaigns",
                columns: new[] { "organization_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_status",
                table: "campaigns",
                column: "status",
                filter: "status in ('queued', 'planning', 'running', 'canceled')");
        }
    }
}
