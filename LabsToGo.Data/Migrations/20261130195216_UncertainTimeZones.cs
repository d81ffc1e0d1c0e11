using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <inheritdoc />
public partial class UncertainTimeZones : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AlterColumn<string>(
            name: "time_zone",
            table: "patients",
            type: "character varying(160)",
            maxLength: 160,
            nullable: false,
            oldClrType: typeof(string),
            oldType: "character varying(64)",
            oldMaxLength: 64);

        migrationBuilder.AddColumn<short>(
            name: "time_zone_basis",
            table: "patients",
            type: "smallint",
            nullable: false,
            defaultValue: (short)0);

        // As well as can be told afterwards. Row-level security holds for the owner as well, and is on again when the policies are applied.
        migrationBuilder.Sql("alter table patients no force row level security");
        migrationBuilder.Sql("update patients set time_zone_basis = case when postal_code is not null then 2 when state is not null then 1 else 0 end");

        migrationBuilder.AlterColumn<string>(
            name: "time_zone",
            table: "messages",
            type: "character varying(160)",
            maxLength: 160,
            nullable: false,
            oldClrType: typeof(string),
            oldType: "character varying(64)",
            oldMaxLength: 64);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn(
            name: "time_zone_basis",
            table: "patients");

        migrationBuilder.AlterColumn<string>(
            name: "time_zone",
            table: "patients",
            type: "character varying(64)",
            maxLength: 64,
            nullable: false,
            oldClrType: typeof(string),
            oldType: "character varying(160)",
            oldMaxLength: 160);

        migrationBuilder.AlterColumn<string>(
            name: "time_zone",
            table: "messages",
            type: "character varying(64)",
            maxLength: 64,
            nullable: false,
            oldClrType: typeof(string),
            oldType: "character varying(160)",
            oldMaxLength: 160);
    }
}
