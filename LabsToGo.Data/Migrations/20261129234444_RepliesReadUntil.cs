using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <inheritdoc />
public partial class RepliesReadUntil : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTimeOffset>(
            name: "replies_read_until",
            table: "senders",
            type: "timestamp with time zone",
            nullable: false,
            defaultValueSql: "now()");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn(
            name: "replies_read_until",
            table: "senders");
    }
}
