using System.Globalization;
using CsCheck;
using LabsToGo.Data;
using LabsToGo.Domain.Messages;
using LabsToGo.Domain.Scheduling;
using LabsToGo.Testing;
using LabsToGo.Twilio.Errors;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LabsToGo.IntegrationTests.Data;

/// <summary>Rules that exist in C# and in SQL must be one rule.</summary>
public sealed class SharedRulesTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task The_database_knows_just_the_legal_moves()
    {
        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = new NpgsqlCommand("select from_status || '>' || to_status from message_moves", database);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var stored = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            stored.Add(reader.GetString(0));

        Assert.Equal(MessageMoves.Legal.SelectMany(from => from.Value.Select(to => $"{from.Key.Stored()}>{to.Stored()}")).Order(), stored.Order());
    }

    [Fact]
    public async Task The_database_marks_the_numbers_that_the_error_table_says()
    {
        await using var database = await Stack.OpenDatabaseAsync();
        foreach (var error in TwilioErrors.All)
        {
            if (!int.TryParse(error.Code, CultureInfo.InvariantCulture, out var code))
                continue;
            await using var command = new NpgsqlCommand("select days_until_unreachable($1)", database) { Parameters = { new() { Value = code } } };
            var days = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
            var said = !error.Action.Contains("flag number", StringComparison.Ordinal) ? (object)DBNull.Value
                : error.Action.Contains("flag number after 3 days", StringComparison.Ordinal) ? 3 : 1;
            Assert.Equal((code, said), (code, days));
        }
    }

    [Fact]
    public async Task The_migrations_make_the_model_that_the_code_uses()
    {
        await using var dataSource = NpgsqlDataSource.Create(Stack.ServiceDatabase);
        var options = new DbContextOptionsBuilder<LabsToGoDbContext>();
        options.UseLabsToGo(dataSource);
        await using var db = new LabsToGoDbContext(options.Options);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Quiet_hours_are_the_same_in_both_languages()
    {
        string[] zones = ["America/New_York", "America/Chicago", "America/Phoenix", "Pacific/Honolulu", "America/Anchorage"];
        var cases = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 365 * 24 * 60], Gen.Short[0, 1300].Array[7], Gen.Short[0, 139].Array[7])
            .Array[400].Single();
        await using var database = await Stack.OpenDatabaseAsync();

        foreach (var (zone, minute, opens, lengths) in cases)
        {
            var closes = opens.Zip(lengths, (open, length) => (short)(open + length)).ToArray();
            var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
            await using var command = new NpgsqlCommand("select nullif(next_allowed($1, $2, $3, $4), 'infinity')", database)
            {
                Parameters = { new() { Value = from }, new() { Value = zones[zone] }, new() { Value = opens }, new() { Value = closes } },
            };
            var answer = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);

            Assert.Equal(
                QuietHours.NextAllowed(opens, closes, TimeZoneInfo.FindSystemTimeZoneById(zones[zone]), from)?.UtcDateTime,
                answer is DBNull ? null : (DateTime)answer!);
        }
    }
}
