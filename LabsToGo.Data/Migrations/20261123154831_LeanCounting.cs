using Microsoft.EntityFrameworkCore.Migrations;

namespace LabsToGo.Data.Migrations;

/// <summary>What a statement moved is counted in one pass over its rows; and pages have room for a second version of all their rows, so that every update is a HOT one.</summary>
public partial class LeanCounting : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(MigrationScripts.Read("LeanCounting.sql"));
        migrationBuilder.Sql("alter table messages set (fillfactor = 45);");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(MigrationScripts.Read("SendingInBatches.Counting.sql"));
        migrationBuilder.Sql("alter table messages set (fillfactor = 70);");
    }
}
