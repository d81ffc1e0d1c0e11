using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Injection;

/// <summary>A file of ours that somebody opens in a spreadsheet program runs nothing there (OWASP, CSV injection).</summary>
public sealed class FormulaTests(StackFixture fixture)
{
    private static readonly string[] Beginnings = ["=", "+", "-", "@", "\t", "\r", "\t=", "=\"\"&", "\"=", ",="];

    [Fact]
    public async Task What_a_header_begins_with_is_defused_in_the_file_of_refused_rows()
    {
        using var staff = await fixture.Stack.SignInAsync("staff@demo.example");
        var tried = 0;
        foreach (var beginning in Beginnings)
        {
            var header = $"{beginning}Phone";
            var import = await staff.ImportAsync(Encoding.UTF8.GetBytes($"{Quoted(header)},Last name\n=HYPERLINK(\"http://x\"),=1+1\n12,@SUM(A1)\n"));
            var file = await DownloadAsync(staff, import, "errors.csv");
            var rows = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
            Assert.True(rows.Length >= 2 || import.Status is ImportStatus.Failed, $"{beginning}: {file}");
            NothingRuns(rows, beginning);
            // The file with the rows as they stood shows them, and its header as well.
            var rejected = await DownloadAsync(staff, import, "rejected.csv");
            NothingRuns(rejected.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries), beginning);
            // Nor does it tell what stood in the row.
            Assert.DoesNotContain("HYPERLINK", file, StringComparison.Ordinal);
            tried += rows.Length;
        }
        TestContext.Current.SendDiagnosticMessage($"tried {Beginnings.Length} beginnings, looked at {tried} rows");
    }

    private static void NothingRuns(string[] rows, string beginning) =>
        Assert.All(
            rows,
            row => Assert.All(
                Cells(row), cell => Assert.False(cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..], $"{beginning}: the cell {cell} runs")));

    private static Task<string> DownloadAsync(ApiClient caller, ImportResponse import, string file) =>
        caller.Http.GetStringAsync(new Uri($"/api/patients/imports/{import.Id}/{file}", UriKind.Relative), TestContext.Current.CancellationToken);

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<string> Cells(string row)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < row.Length; at++)
        {
            if (row[at] is '"' && quoted && row.ElementAtOrDefault(at + 1) is '"')
                cell.Append(row[at++]);
            else if (row[at] is '"')
                quoted = !quoted;
            else if (row[at] is ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(row[at]);
        }
        cells.Add(cell.ToString());
        return cells;
    }
}
