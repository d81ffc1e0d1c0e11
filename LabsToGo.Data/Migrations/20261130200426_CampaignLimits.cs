using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <inheritdoc />
public partial class CampaignLimits : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<short>(
            name: "pause_above_failed_percent",
            table: "organizations",
            type: "smallint",
            nullable: false,
            defaultValueSql: "20");

        migrationBuilder.AddColumn<short>(
            name: "pause_above_filtered_percent",
            table: "organizations",
            type: "smallint",
            nullable: false,
            defaultValueSql: "2");

        migrationBuilder.AddColumn<short>(
            name: "pause_above_opted_out_percent",
            table: "organizations",
            type: "smallint",
            nullable: false,
            defaultValueSql: "5");

        migrationBuilder.AddColumn<string[]>(
            name: "limits_reached",
            table: "campaigns",
            type: "text[]",
            nullable: false,
            defaultValueSql: "'{}'");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn(
            name: "pause_above_failed_percent",
            table: "organizations");

        migrationBuilder.DropColumn(
            name: "pause_above_filtered_percent",
            table: "organizations");

        migrationBuilder.DropColumn(
            name: "pause_above_opted_out_percent",
            table: "organizations");

        migrationBuilder.DropColumn(
            name: "limits_reached",
            table: "campaigns");
    }
}
