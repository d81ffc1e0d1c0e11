using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <inheritdoc />
public partial class DailyCaps : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>(
            name: "daily_cap",
            table: "senders",
            type: "integer",
            nullable: true);

        migrationBuilder.AddColumn<int>(
            name: "daily_cap",
            table: "organizations",
            type: "integer",
            nullable: true);

        migrationBuilder.AddColumn<DateOnly>(
            name: "counted_on",
            table: "batches",
            type: "date",
            nullable: true);

        migrationBuilder.CreateTable(
            name: "daily_segments",
            columns: table => new
            {
                sender_id = table.Column<Guid>(type: "uuid", nullable: false),
                day = table.Column<DateOnly>(type: "date", nullable: false),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                segments = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_daily_segments", x => new { x.sender_id, x.day });
            });

        migrationBuilder.CreateIndex(
            name: "ix_batches_campaign_id_sender_id_due_at",
            table: "batches",
            columns: new[] { "campaign_id", "sender_id", "due_at" },
            filter: "counted_on is not null and attempt_id is null");

        migrationBuilder.CreateIndex(
            name: "ix_daily_segments_organization_id_day",
            table: "daily_segments",
            columns: new[] { "organization_id", "day" });
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "daily_segments");

        migrationBuilder.DropIndex(
            name: "ix_batches_campaign_id_sender_id_due_at",
            table: "batches");

        migrationBuilder.DropColumn(
            name: "daily_cap",
            table: "senders");

        migrationBuilder.DropColumn(
            name: "daily_cap",
            table: "organizations");

        migrationBuilder.DropColumn(
            name: "counted_on",
            table: "batches");
    }
}
