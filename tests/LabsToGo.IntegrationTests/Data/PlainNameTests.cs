using CsCheck;
using LabsToGo.Domain.Patients;
using Npgsql;

namespace LabsToGo.IntegrationTests.Data;

/// <summary>The database and the program say the same of names: one finds by it what the other has written.</summary>
public sealed class PlainNameTests(StackFixture fixture)
{
    private static readonly string[] Pieces =
    [
        "Rosa", "MARÍA", "Ñuñez", "n\u0303", "O’Neill", "O'Neill", "van", "der", "Berg", "-", "–", " ", "  ", ".", ",", "Łukasz", "Ø", "æ", "Straße",
        "ẞ", "Ngọc", "Þór", "ð", "ı", "İ", "(", "\u00a0", "\u2009", "2", "_", "Ελένη", "Иван", "李", "ʼ", "`", "d", "é",
    ];

    [Fact]
    public async Task A_plain_name_is_the_same_in_the_database()
    {
        await using var database = await fixture.Stack.OpenDatabaseAsync();
        var names = Gen.Int[0, Pieces.Length - 1].Array[0, 8].Select(places => string.Concat(places.Select(place => Pieces[place]))).Array[2_000].Single();
        await using var command = new NpgsqlCommand("select array(select plain_name(name) from unnest($1) with ordinality n(name, at) order by at)", database)
        {
            Parameters = { new() { Value = names } },
        };

        var plain = (string[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(names.Select(PlainName.Of), plain);
    }

    [Fact]
    public async Task Names_agree_in_the_database_as_they_do_here()
    {
        await using var database = await fixture.Stack.OpenDatabaseAsync();
        var few = new[] { "", "Rosa", "rosá", "Garcia", "Rosa Garcia", "Leo", "García-Rosa", "." };
        var piece = Gen.Int[0, few.Length - 1].Select(place => few[place]);
        var names = Gen.Select(piece, piece, piece, piece).Array[1_000].Single();
        await using var command = new NpgsqlCommand(
            "select array(select names_agree(a, b, c, d) from unnest($1, $2, $3, $4) with ordinality n(a, b, c, d, at) order by at)", database)
        {
            Parameters =
            {
                new() { Value = names.Select(name => name.Item1).ToArray() },
                new() { Value = names.Select(name => name.Item2).ToArray() },
                new() { Value = names.Select(name => name.Item3).ToArray() },
                new() { Value = names.Select(name => name.Item4).ToArray() },
            },
        };

        var agree = (bool[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(names.Select(name => new PersonName(name.Item1, name.Item2).AgreesWith(new PersonName(name.Item3, name.Item4))), agree);
    }
}
