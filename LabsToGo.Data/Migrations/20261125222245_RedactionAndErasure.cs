using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations
{
    /// <inheritdoc />
    public partial class RedactionAndErasure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "redacted_at",
                table: "replies",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "erasure_due_at",
                table: "patients",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_replies_organization_id_received_at_id",
                table: "replies",
                columns: new[] { "organization_id", "received_at", "id" },
                filter: "redacted_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_patients_erasure_due_at",
                table: "patients",
                column: "erasure_due_at",
                filter: "erasure_due_at is not null");

            AddRules(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            DropRules(migrationBuilder);

            migrationBuilder.DropIndex(
                name: "ix_replies_organization_id_received_at_id",
                table: "replies");

            migrationBuilder.DropIndex(
                name: "ix_patients_erasure_due_at",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "redacted_at",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "erasure_due_at",
                table: "patients");
        }
    }
}
