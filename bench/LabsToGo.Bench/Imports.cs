using System.Diagnostics;
using System.Globalization;
using System.Text;
using LabsToGo.Contracts.Http;
using Npgsql;

namespace LabsToGo.Bench;

/// <summary>
/// A CSV of new patients, one in a hundred of them wrong, through the Api; beside a raw COPY of the same file that checks and merges nothing.
/// </summary>
internal static class Imports
{
    public static async Task RunAsync(BenchStack stack, Figures figures, int patients)
    {
        var file = Encoding.UTF8.GetBytes(Csv(patients));
        using var api = await stack.SignInAsync();
        var started = Stopwatch.GetTimestamp();
        var import = await api.ImportAsync(file);
        while (import.Status is ImportStatus.Waiting or ImportStatus.Running)
        {
            await Task.Delay(50);
            import = await api.GetAsync<ImportResponse>($"/api/patients/imports/{import.Id}");
        }
        var imported = patients / Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (import.RowsRead != patients || import.Rejected != patients / 100)
            throw new InvalidOperationException($"{import.RowsRead} of {patients} rows were read, {import.Rejected} rejected: {import.Error}");

        var copied = await CopyAsync(stack, file, patients);
        figures.Add($"import_rows_per_second_{patients}", imported);
        figures.Add($"raw_copy_rows_per_second_{patients}", copied);
    }

    private static async Task<double> CopyAsync(BenchStack stack, byte[] file, int patients)
    {
        await using var database = await stack.OpenAsync();
        await using var command = new NpgsqlCommand(
            "create temp table raw (id text, first_name text, last_name text, born text, phone text, city text, state text, zip text, consent text)", database);
        await command.ExecuteNonQueryAsync();
        var started = Stopwatch.GetTimestamp();
        await using (var copy = await database.BeginTextImportAsync("copy raw from stdin (format csv, header)"))
            await copy.WriteAsync(Encoding.UTF8.GetString(file));
        return patients / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static string Csv(int patients)
    {
        var csv = new StringBuilder("Patient ID,First Name,Last Name,Date of Birth,Mobile Phone,City,State,ZIP,SMS Consent\r\n");
        for (var number = 0; number < patients; number++)
        {
            // No exchange is 311, which is a service code, nor 222, whose 2222 would be a number that only fills a place.
            var exchange = 223 + (number / 10_000);
            var phone = number % 100 == 99 ? "none" : $"(808) {(exchange < 311 ? exchange : exchange + 1):000}-{number % 10_000:0000}";
            csv.Append(CultureInfo.InvariantCulture, $"IMP-{number},Patient{number},Import,01/23/1974,{phone},Hilo,HI,96720,Y\r\n");
        }
        return csv.ToString();
    }
}
