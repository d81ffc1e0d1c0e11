using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <summary>Whoever operates the system can stop everybody's sending, beside what an organization stops itself.</summary>
public partial class OperatorStop : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateTimeOffset>(name: "operator_stopped_at", table: "organizations", type: "timestamp with time zone", nullable: true);

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.DropColumn(name: "operator_stopped_at", table: "organizations");
}
