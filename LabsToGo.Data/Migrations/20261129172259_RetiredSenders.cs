using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <inheritdoc />
public partial class RetiredSenders : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(
            name: "ix_senders_organization_id",
            table: "senders");

        migrationBuilder.DropIndex(
            name: "ix_senders_phone",
            table: "senders");

        migrationBuilder.DropCheckConstraint(
            name: "ck_senders_status",
            table: "senders");

        migrationBuilder.DropIndex(
            name: "ix_replies_provider_sid",
            table: "replies");

        migrationBuilder.CreateIndex(
            name: "ix_senders_organization_id_phone",
            table: "senders",
            columns: new[] { "organization_id", "phone" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "ix_senders_phone",
            table: "senders",
            column: "phone",
            unique: true,
            filter: "status <> 'retired'");

        migrationBuilder.AddCheckConstraint(
            name: "ck_senders_status",
            table: "senders",
            sql: "status in ('active', 'paused', 'retired')");

        migrationBuilder.CreateIndex(
            name: "ix_replies_organization_id_provider_sid",
            table: "replies",
            columns: new[] { "organization_id", "provider_sid" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "ix_messages_phone",
            table: "messages",
            column: "phone");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(
            name: "ix_senders_organization_id_phone",
            table: "senders");

        migrationBuilder.DropIndex(
            name: "ix_senders_phone",
            table: "senders");

        migrationBuilder.DropCheckConstraint(
            name: "ck_senders_status",
            table: "senders");

        migrationBuilder.DropIndex(
            name: "ix_replies_organization_id_provider_sid",
            table: "replies");

        migrationBuilder.DropIndex(
            name: "ix_messages_phone",
            table: "messages");

        migrationBuilder.CreateIndex(
            name: "ix_senders_organization_id",
            table: "senders",
            column: "organization_id");

        migrationBuilder.CreateIndex(
            name: "ix_senders_phone",
            table: "senders",
            column: "phone",
            unique: true);

        migrationBuilder.AddCheckConstraint(
            name: "ck_senders_status",
            table: "senders",
            sql: "status in ('active', 'paused')");

        migrationBuilder.CreateIndex(
            name: "ix_replies_provider_sid",
            table: "replies",
            column: "provider_sid",
            unique: true);
    }
}
