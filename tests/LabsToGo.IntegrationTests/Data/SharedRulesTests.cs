using System.Globalization;
using LabsToGo.Data;
using LabsToGo.Domain.Messages;
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
}
