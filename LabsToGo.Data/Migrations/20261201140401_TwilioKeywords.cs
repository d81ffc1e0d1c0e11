using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <inheritdoc />
public partial class TwilioKeywords : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(
            name: "twilio_keyword",
            table: "replies",
            type: "character varying(5)",
            maxLength: 5,
            nullable: true);

        migrationBuilder.CreateIndex(
            name: "ix_replies_organization_id_phone_id",
            table: "replies",
            columns: new[] { "organization_id", "phone", "id" });
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(
            name: "ix_replies_organization_id_phone_id",
            table: "replies");

        migrationBuilder.DropColumn(
            name: "twilio_keyword",
            table: "replies");
    }
}
