using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <inheritdoc />
public partial class EarlierAttempts : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "earlier_attempts",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false, defaultValueSql: "gen_random_uuid()"),
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                message_id = table.Column<Guid>(type: "uuid", nullable: false),
                provider_sid = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: false),
                redacted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_earlier_attempts", x => x.id);
            });

        migrationBuilder.CreateIndex(
            name: "ix_earlier_attempts_message_id_provider_sid",
            table: "earlier_attempts",
            columns: new[] { "message_id", "provider_sid" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "ix_earlier_attempts_redacted_at",
            table: "earlier_attempts",
            column: "redacted_at",
            filter: "redacted_at is null");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "earlier_attempts");
    }
}
