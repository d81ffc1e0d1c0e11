using Npgsql;

namespace LabsToGo.Data.Reaching;

public static class UnreachableNumbers
{
    /// <summary>Texts the number again: a person says so, or it has just shown that it is reached. What failed until now counts no more.</summary>
    /// <returns>How many were marked: 1 or 0.</returns>
    public static async Task<int> ClearUnreachableAsync(
        this NpgsqlConnection connection, Guid organizationId, string phone, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "update unreachable_numbers set cleared_at = now() where organization_id = @organization_id and phone = @phone and cleared_at is null", connection);
        command.Parameters.AddWithValue("organization_id", organizationId);
        command.Parameters.AddWithValue("phone", phone);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
