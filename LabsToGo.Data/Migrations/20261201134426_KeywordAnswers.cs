using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <inheritdoc />
public partial class KeywordAnswers : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropCheckConstraint(
            name: "ck_campaigns_kind",
            table: "campaigns");

        migrationBuilder.AddColumn<bool>(
            name: "answers_keywords",
            table: "senders",
            type: "boolean",
            nullable: false,
            defaultValueSql: "false");

        // Twilio has never answered for them.
        migrationBuilder.Sql("update senders set answers_keywords = true where phone not like '+%'");

        migrationBuilder.AddColumn<string>(
            name: "help_text",
            table: "organizations",
            type: "character varying(320)",
            maxLength: 320,
            nullable: true);

        migrationBuilder.AlterColumn<Guid>(
            name: "created_by",
            table: "campaigns",
            type: "uuid",
            nullable: true,
            oldClrType: typeof(Guid),
            oldType: "uuid");

        migrationBuilder.AddCheckConstraint(
            name: "ck_campaigns_kind",
            table: "campaigns",
            sql: "kind in ('bulk', 'reply', 'test', 'stop_confirmation', 'start_confirmation', 'help_answer')");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropCheckConstraint(
            name: "ck_campaigns_kind",
            table: "campaigns");

        migrationBuilder.DropColumn(
            name: "answers_keywords",
            table: "senders");

        migrationBuilder.DropColumn(
            name: "help_text",
            table: "organizations");

        migrationBuilder.AlterColumn<Guid>(
            name: "created_by",
            table: "campaigns",
            type: "uuid",
            nullable: false,
            defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
            oldClrType: typeof(Guid),
            oldType: "uuid",
            oldNullable: true);

        migrationBuilder.AddCheckConstraint(
            name: "ck_campaigns_kind",
            table: "campaigns",
            sql: "kind in ('bulk', 'reply', 'test')");
    }
}
