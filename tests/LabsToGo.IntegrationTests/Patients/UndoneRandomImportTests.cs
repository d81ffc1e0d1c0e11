using System.Globalization;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>Whatever a file says over whatever was there: undone, all is as before.</summary>
public sealed class UndoneRandomImportTests(StackFixture fixture)
{
    private const string Header = "First name,Last name,Born,Patient ID,Phone,City,State,ZIP,Time zone,Deceased,SMS";

    private static readonly string[] First = ["Rosa", "Leo", "José", "Jose", "R", ""];
    private static readonly string[] Last = ["Garcia", "García", "Miller", ""];
    private static readonly string[] Born = ["3/4/1980", "5/6/1990", "", ""];
    private static readonly string[] Places = ["Barre,VT,05641", "Reno,NV,89501", ",,", "Barre,,"];
    private static readonly string[] Zones = ["America/Denver", "", ""];
    private static readonly string[] Deceased = ["Y", "", "", ""];
    private static readonly string[] Consents = ["yes", "no", "", ""];

    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Whatever_a_file_says_over_whatever_was_there_undone_all_is_as_before()
    {
        using var api = await Stack.SignInAsync();
        for (var round = 0; round < (Thoroughness.Full ? 100 : 12); round++)
        {
            var seed = Random.Shared.Next();
            var random = new Random(seed);
            var mark = $"UR{Guid.NewGuid():N}"[..12];
            // Small files are merged by one connection, larger ones by several.
            var size = round % 4 == 3 ? 1200 : 30;
            var phones = Enumerable.Range(0, size / 2).Select(_ => NewPhones.In("802")).ToArray();
            await api.ImportRowsAsync(Header, Rows(random, mark, phones, size));
            var before = await Stack.DumpAsync(phones, mark + "%");

            var import = await api.ImportRowsAsync(Header, Rows(random, mark, phones, size));
            Assert.True(before != await Stack.DumpAsync(phones, mark + "%"), $"Seed {seed}: the file changed nothing");
            var preview = await api.UndoPreviewAsync(import);
            await api.UndoAsync(import);

            var after = await Stack.DumpAsync(phones, mark + "%");
            Assert.True(before == after, $"Seed {seed}, {import}:\n{before}\n\n{after}");
            Assert.Equal((import.Added, 0), (preview.Added, preview.Kept));
        }
    }

    private static IEnumerable<string> Rows(Random random, string mark, string[] phones, int count)
    {
        for (var row = 0; row < count; row++)
        {
            var id = random.Next(2) == 0 ? mark + random.Next(count).ToString(CultureInfo.InvariantCulture) : "";
            yield return string.Join(
                ',', Of(First), Of(Last), Of(Born), id, Of(phones), Of(Places), Of(Zones), Of(Deceased), Of(Consents));
        }

        string Of(string[] values) => values[random.Next(values.Length)];
    }
}
