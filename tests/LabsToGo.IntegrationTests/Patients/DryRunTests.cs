using System.Globalization;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>What a review counts is what the import then does.</summary>
public sealed class DryRunTests(StackFixture fixture)
{
    /// <summary>With the first chunk's patients, families and opt-outs again in the second one.</summary>
    private const int Rows = 10_600;

    private static readonly string[] Names = ["Ana", "Bo", "Cy", "Ana Ruiz", ""];
    private static readonly string[] Consents = ["yes", "no", "", "", "pending", "by pigeon"];

    [Fact]
    public async Task The_counts_of_a_random_file_are_those_of_its_import()
    {
        using var api = await fixture.Stack.SignInAsync();
        var seed = Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        var prefix = Guid.NewGuid().ToString("N")[..8];
        var phones = Enumerable.Range(0, 4_000).Select(_ => NewPhones.In("864")).ToArray();
        await api.ImportAsync(File(random, prefix, phones, 2_000), consentGiven: false);
        var file = File(random, prefix, phones, Rows);

        var import = await api.UploadForReviewAsync(Encoding.UTF8.GetString(file));
        var columns = (await api.GetAsync<ImportReviewResponse>($"/api/patients/imports/{import.Id}/review")).Columns;
        var review = await api.PutAsync<ImportReviewResponse>($"/api/patients/imports/{import.Id}/columns", new ImportColumnsRequest(
            [.. columns.Select(column => new ColumnChoice(column.Field, column.UnclearWords.ToDictionary(word => word.Word, _ => ConsentMeaning.RejectRow)))]));
        var would = review.Import;
        var did = await api.PostAsync<ImportResponse>($"/api/patients/imports/{import.Id}/start");

        Assert.Equal(ImportStatus.Completed, did.Status);
        Assert.True(Counts(did) == Counts(would), $"seed {seed}: it would {Counts(would)}, and did {Counts(did)}");
        Assert.True(
            did is { Added: > 1000, Updated: > 100, Unchanged: > 20, Duplicates: > 1000, Rejected: > 1000, OptedOut: > 100, Consented: > 100 }, $"{did}");
    }

    private static (long, long, long, long, long, long, long, long, long) Counts(ImportResponse import) => (
        import.RowsRead, import.Added, import.Updated, import.Unchanged, import.Duplicates, import.Rejected, import.Remarks, import.OptedOut, import.Consented);

    private static byte[] File(Random random, string prefix, string[] phones, int rows)
    {
        var text = new StringBuilder("First name,Last name,Phone,Born,Patient ID,City,SMS consent\n");
        for (var row = 0; row < rows; row++)
        {
            var phone = phones[random.Next(phones.Length)];
            var id = random.Next(4) == 0 ? $"{prefix}-{random.Next(1_500)}" : "";
            var born = random.Next(3) == 0 ? $"{random.Next(1, 4)}/1/1980" : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Names[random.Next(Names.Length)]},{(random.Next(3) == 0 ? "Ruiz" : "Ek")},{phone},{born},{id},{(random.Next(5) == 0 ? "Mesa" : "")}," +
                $"{Consents[random.Next(Consents.Length)]}\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
