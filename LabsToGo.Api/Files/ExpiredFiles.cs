using LabsToGo.Data.Rows;
using LabsToGo.Domain.Files;
using Npgsql;

namespace LabsToGo.Api.Files;

/// <summary>The end of a file's row, when its content is gone.</summary>
internal static class ExpiredFiles
{
    /// <summary>
    /// An import that waits for somebody to start it can't be started any more: it ends in the same statement, before its link to the file does. What it showed
    /// of the file goes as well. Rides on the primary key and on <c>patient_imports (file_id)</c>; does nothing where another process was first.
    /// </summary>
    public static Task DeleteRowAsync(this NpgsqlConnection connection, StoredFile file, CancellationToken cancellationToken) =>
        connection.WriteAsync(
            """
            with ended as (
                update patient_imports set status = 'failed', error = @error, columns = '[]', completed_at = now()
                where file_id = @id and organization_id = @organizationId and status = 'in_review'
            )
            delete from stored_files where id = @id and organization_id = @organizationId
            """,
            new
            {
                id = file.Id,
                organizationId = file.OrganizationId,
                error = $"The file was kept for {InWords(file.ExpiresAt - file.CreatedAt)} and nobody started the import. Upload it again.",
            },
            cancellationToken);

    private static string InWords(TimeSpan kept) =>
        kept.TotalDays >= 2 ? $"{Math.Round(kept.TotalDays)} days"
        : kept.TotalHours >= 2 ? $"{Math.Round(kept.TotalHours)} hours"
        : "an hour";
}
