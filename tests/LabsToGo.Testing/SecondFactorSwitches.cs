using Npgsql;

namespace LabsToGo.Testing;

/// <summary>What would take a test half a minute, or an owner who has a second factor already, done behind the Api's back.</summary>
public static class SecondFactorSwitches
{
    /// <summary>In all organizations.</summary>
    public static Task DemandSecondFactorAsync(this Stack stack, bool demanded) =>
        stack.ExecuteAsync($"update organizations set requires_second_factor = {demanded}");

    /// <summary>So that the present code is taken once more.</summary>
    public static Task ForgetLastCodeAsync(this Stack stack, Guid userId) => stack.ExecuteAsync($"update users set last_totp_step = 0 where id = '{userId}'");

    private static async Task ExecuteAsync(this Stack stack, string sql)
    {
        await using var database = await stack.OpenDatabaseAsync();
        await using var command = new NpgsqlCommand(sql, database);
        await command.ExecuteNonQueryAsync();
    }
}
