using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations
{
    /// <inheritdoc />
    public partial class SendingInBatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sender_id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    segments = table.Column<int>(type: "integer", nullable: false),
                    tries = table.Column<short>(type: "smallint", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    handed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempt_id = table.Column<Guid>(type: "uuid", nullable: true),
                    attempted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notable_messages",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    patient_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ask_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notable_messages", x => x.message_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_batches_campaign_id_sender_id_due_at_id",
                table: "batches",
                columns: new[] { "campaign_id", "sender_id", "due_at", "id" },
                filter: "attempt_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_batches_lease_until",
                table: "batches",
                column: "lease_until",
                filter: "lease_until is not null");

            migrationBuilder.CreateIndex(
                name: "ix_batches_sender_id",
                table: "batches",
                column: "sender_id",
                filter: "handed_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_notable_messages_ask_at",
                table: "notable_messages",
                column: "ask_at",
                filter: "ask_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_notable_messages_campaign_id_status_patient_id",
                table: "notable_messages",
                columns: new[] { "campaign_id", "status", "patient_id" });

            CarryOver(migrationBuilder);

            migrationBuilder.DropForeignKey(
                name: "fk_messages_campaigns_campaign_id",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_messages_campaign_id_sender_id_due_at_id",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_messages_campaign_id_status_patient_id",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_messages_lease_until",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "due_at",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "lease_until",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "sending",
                table: "campaign_counters");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "batches");

            migrationBuilder.DropTable(
                name: "notable_messages");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "due_at",
                table: "messages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "lease_until",
                table: "messages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sending",
                table: "campaign_counters",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "ix_messages_campaign_id_sender_id_due_at_id",
                table: "messages",
                columns: new[] { "campaign_id", "sender_id", "due_at", "id" },
                filter: "due_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_messages_campaign_id_status_patient_id",
                table: "messages",
                columns: new[] { "campaign_id", "status", "patient_id" },
                filter: "status in ('unknown', 'sent_unconfirmed', 'undelivered', 'failed', 'skipped', 'canceled', 'expired')");

            migrationBuilder.CreateIndex(
                name: "ix_messages_lease_until",
                table: "messages",
                column: "lease_until",
                filter: "lease_until is not null");

            migrationBuilder.AddForeignKey(
                name: "fk_messages_campaigns_campaign_id",
                table: "messages",
                column: "campaign_id",
                principalTable: "campaigns",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
