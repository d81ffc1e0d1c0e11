using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <inheritdoc />
public partial class UnreachableNumbers : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "unreachable_numbers",
            columns: table => new
            {
                organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                phone = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                code = table.Column<int>(type: "integer", nullable: false),
                since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                cleared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_unreachable_numbers", x => new { x.organization_id, x.phone });
            });
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "unreachable_numbers");
    }
}
