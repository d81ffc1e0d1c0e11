using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Patients.Importing;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Api.Patients.Imports.Merging;

/// <summary>
/// The rows of a chunk in a temporary table of the import's own connection: COPY does not go into tables with row-level security, and merging wants
/// sets. Without an index and without statistics: every statement reads it once, from one end to the other.
/// </summary>
internal static class ChunkStaging
{
    public static async Task CreateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            create temporary table import_rows (
                n int not null,
                line bigint not null,
                id uuid not null,
                phone text collate "C" not null,
                external_id text collate "C",
                first_name text not null,
                last_name text not null,
                date_of_birth date,
                city text,
                state text,
                postal_code text,
                time_zone text not null,
                time_zone_basis smallint not null,
                consent text,
                deceased boolean not null,
                similar_to boolean not null,
                patient_id uuid,
                again boolean,
                second boolean not null default false,
                unsure text
            )
            """,
            connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task FillAsync(NpgsqlConnection connection, List<ImportRow> rows, CancellationToken cancellationToken)
    {
        await using var truncate = new NpgsqlCommand("truncate import_rows", connection);
        await truncate.ExecuteNonQueryAsync(cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy import_rows (n, line, id, phone, external_id, first_name, last_name, date_of_birth, city, state, postal_code, time_zone, time_zone_basis,
                consent, deceased, similar_to)
            from stdin (format binary)
            """,
            cancellationToken);
        for (var n = 0; n < rows.Count; n++)
        {
            var row = rows[n];
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(n, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(row.Line, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(row.Id, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(row.Phone, NpgsqlDbType.Text, cancellationToken);
            await WriteAsync(copy, row.ExternalId, cancellationToken);
            await copy.WriteAsync(row.FirstName, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(row.LastName, NpgsqlDbType.Text, cancellationToken);
            if (row.DateOfBirth is { } born)
                await copy.WriteAsync(born, NpgsqlDbType.Date, cancellationToken);
            else
                await copy.WriteNullAsync(cancellationToken);
            await WriteAsync(copy, row.City, cancellationToken);
            await WriteAsync(copy, row.State, cancellationToken);
            await WriteAsync(copy, row.PostalCode, cancellationToken);
            await copy.WriteAsync(row.TimeZone.Zones, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync((short)row.TimeZone.Basis, NpgsqlDbType.Smallint, cancellationToken);
            await WriteAsync(copy, Stored(row.Consent), cancellationToken);
            await copy.WriteAsync(row.Deceased, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync(row.IsSimilar, NpgsqlDbType.Boolean, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static string? Stored(ConsentKind? kind) => kind switch
    {
        ConsentKind.Granted => "granted",
        ConsentKind.Revoked => "revoked",
        _ => null,
    };

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancellationToken) =>
        text is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);
}
