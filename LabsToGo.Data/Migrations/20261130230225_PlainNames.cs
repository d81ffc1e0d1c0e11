using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabsToGo.Data.Migrations;

/// <inheritdoc />
public partial class PlainNames : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Not among the live functions: what columns keep of it would not follow a change.
        migrationBuilder.Sql(
            """
            create function plain_name(name text) returns text language sql immutable strict parallel safe as $$
                select case when name ~ '^[A-Za-z]*$' then lower(name) else
                    rtrim(left(ltrim(regexp_replace(
                        lower(translate(
                            replace(replace(replace(replace(replace(replace(replace(replace(
                                regexp_replace(normalize(name, nfd), '[''’‘ʼ`´.\u0300-\u036f]', '', 'g'),
                                'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), 'þ', 'th'), 'Þ', 'th'),
                            'øØđĐðÐłŁı', 'ooddddlli')),
                        '[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f\u00a0\u2009\u202f\u2010-\u2015]+', ' ', 'g'), ' '), 100), ' ')
                end
            $$;
            """);

        migrationBuilder.AlterColumn<string>(
            name: "last_name_key",
            table: "patients",
            type: "character varying(100)",
            maxLength: 100,
            nullable: false,
            computedColumnSql: "plain_name(last_name)",
            stored: true,
            collation: "C",
            oldClrType: typeof(string),
            oldType: "character varying(100)",
            oldMaxLength: 100,
            oldComputedColumnSql: "lower(last_name)",
            oldStored: true,
            oldCollation: "C");

        migrationBuilder.AlterColumn<string>(
            name: "first_name_key",
            table: "patients",
            type: "character varying(100)",
            maxLength: 100,
            nullable: false,
            computedColumnSql: "plain_name(first_name)",
            stored: true,
            collation: "C",
            oldClrType: typeof(string),
            oldType: "character varying(100)",
            oldMaxLength: 100,
            oldComputedColumnSql: "lower(first_name)",
            oldStored: true,
            oldCollation: "C");

        migrationBuilder.AddColumn<string>(
            name: "phone_backwards",
            table: "patients",
            type: "character varying(16)",
            maxLength: 16,
            nullable: false,
            computedColumnSql: "reverse(phone)",
            stored: true,
            collation: "C");

        migrationBuilder.CreateIndex(
            name: "ix_patients_organization_id_phone_backwards_id",
            table: "patients",
            columns: new[] { "organization_id", "phone_backwards", "id" });
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(
            name: "ix_patients_organization_id_phone_backwards_id",
            table: "patients");

        migrationBuilder.DropColumn(
            name: "phone_backwards",
            table: "patients");

        migrationBuilder.AlterColumn<string>(
            name: "last_name_key",
            table: "patients",
            type: "character varying(100)",
            maxLength: 100,
            nullable: false,
            computedColumnSql: "lower(last_name)",
            stored: true,
            collation: "C",
            oldClrType: typeof(string),
            oldType: "character varying(100)",
            oldMaxLength: 100,
            oldComputedColumnSql: "plain_name(last_name)",
            oldStored: true,
            oldCollation: "C");

        migrationBuilder.AlterColumn<string>(
            name: "first_name_key",
            table: "patients",
            type: "character varying(100)",
            maxLength: 100,
            nullable: false,
            computedColumnSql: "lower(first_name)",
            stored: true,
            collation: "C",
            oldClrType: typeof(string),
            oldType: "character varying(100)",
            oldMaxLength: 100,
            oldComputedColumnSql: "plain_name(first_name)",
            oldStored: true,
            oldCollation: "C");

        migrationBuilder.Sql("drop function plain_name");
    }
}
