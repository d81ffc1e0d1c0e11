using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LabsToGo.Contracts.Http;

namespace LabsToGo.SecurityTests.Injection;

/// <summary>Files that are meant to exhaust whoever reads them. None takes much time or memory, and each is answered in words.</summary>
public sealed class FileAttackTests(StackFixture fixture)
{
    private const long Megabyte = 1 << 20, MostMemory = 200 * Megabyte;

    private static readonly byte[] Header = "Phone,First name,Last name\n"u8.ToArray();

    /// <summary>What is in the file, and what its answer says.</summary>
    public static TheoryData<string, string> Attacks { get; } = new()
    {
        { "gzip bomb", "not a text file" }, { "gzip bomb, named as such", "not a text file" }, { "zip bomb", "archive" }, { "spreadsheet", "archive" },
        { "one line of 64 MB", "" }, { "one cell of 64 MB", "" }, { "a header of a million columns", "" }, { "rows of a million columns", "" },
        { "a quote that never closes, 64 MB", "quotation mark opens" }, { "quotes only, 16 MB", "" }, { "64 MB of line breaks", "" },
        { "64 MB of zero bytes", "" }, { "64 MB of commas", "" },
        { "a million rows without a name", "" }, { "UTF-16 of 32 MB without a line break", "" }, { "invalid UTF-8, 16 MB", "" },
        { "16 MB of combining marks", "" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task It_is_taken_in_or_refused_in_words_with_memory_flat(string attack, string words)
    {
        using var staff = await fixture.Stack.SignInAsync("staff@demo.example");
        await MemoryAsync();
        var before = await MemoryAsync();
        var import = await staff.PostAsync<ImportResponse>("/api/patients/imports", new CreateImportRequest($"{attack}.csv", ConsentGiven: false));
        using var content = new StreamContent(Open(attack));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        if (attack.EndsWith("named as such", StringComparison.Ordinal))
            content.Headers.ContentEncoding.Add("gzip");
        var most = 0L;
        var started = Stopwatch.GetTimestamp();
        var upload = staff.Http.PutAsync(new Uri($"/api/patients/imports/{import.Id}/file", UriKind.Relative), content, TestContext.Current.CancellationToken);
        while (!upload.IsCompleted)
        {
            most = Math.Max(most, await MemoryAsync());
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        using var answer = await upload;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var ended = await staff.GetAsync<ImportResponse>($"/api/patients/imports/{import.Id}");
        Assert.True(ended.Status is ImportStatus.Failed || ended.Rejected > 0 || ended.RowsRead == 0, $"{attack}: {ended}");
        if (words.Length > 0)
            Assert.Contains(words, ended.Error, StringComparison.Ordinal);
        Assert.Equal(0, ended.Added);
        Assert.True(most - before < MostMemory, $"{attack}: the Api grew by {(most - before) / Megabyte} MB");
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(60));
        // And it still answers.
        Assert.NotEmpty((await staff.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest())).Items);
    }

    private static Stream Open(string attack) => attack switch
    {
        "gzip bomb" or "gzip bomb, named as such" => new MemoryStream(Gzip()),
        "zip bomb" => new MemoryStream(Zip("patients.csv")),
        "spreadsheet" => new MemoryStream(Zip("xl/workbook.xml")),
        "one line of 64 MB" => Repeat([], "x"u8.ToArray(), 64 * Megabyte),
        "one cell of 64 MB" => Repeat([.. Header, .. "+12125550100,Ina,"u8], "x"u8.ToArray(), 64 * Megabyte),
        "a header of a million columns" => Repeat([], "Phone,"u8.ToArray(), 6 * Megabyte),
        "rows of a million columns" =>
            Repeat(Header, [.. Enumerable.Repeat((byte)'a', 100), .. Enumerable.Repeat((byte)',', 1_000_000), (byte)'\n'], 16 * Megabyte),
        "a quote that never closes, 64 MB" => Repeat([.. Header, .. "+12125550100,\"Ina"u8], "x,y\n"u8.ToArray(), 64 * Megabyte),
        "quotes only, 16 MB" => Repeat(Header, "\""u8.ToArray(), 16 * Megabyte),
        "64 MB of line breaks" => Repeat(Header, "\n"u8.ToArray(), 64 * Megabyte),
        "64 MB of zero bytes" => Repeat(Header, [0], 64 * Megabyte),
        "64 MB of commas" => Repeat(Header, ","u8.ToArray(), 64 * Megabyte),
        "a million rows without a name" => Repeat(Header, "12,,\n"u8.ToArray(), 5 * Megabyte),
        "UTF-16 of 32 MB without a line break" => Repeat([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Phone\n")], [(byte)'x', 0], 32 * Megabyte),
        "invalid UTF-8, 16 MB" => Repeat(Header, [0xC3, 0x28, 0xFF, 0xFE, 0x80], 16 * Megabyte),
        "16 MB of combining marks" => Repeat([.. Header, .. "+12125550100,Ina,e"u8], "\u0301"u8.ToArray(), 16 * Megabyte),
        _ => throw new ArgumentOutOfRangeException(nameof(attack), attack, "There is no such file."),
    };

    /// <summary>A gigabyte of zeros in one megabyte.</summary>
    private static byte[] Gzip()
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[Megabyte];
            for (var megabyte = 0; megabyte < 1024; megabyte++)
                gzip.Write(zeros);
        }
        return file.ToArray();
    }

    private static byte[] Zip(string name)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            var zeros = new byte[Megabyte];
            for (var megabyte = 0; megabyte < 256; megabyte++)
                entry.Write(zeros);
        }
        return file.ToArray();
    }

    private static EndlessFile Repeat(byte[] beginning, byte[] piece, long length) => new(beginning, piece, length);

    /// <returns>Bytes of the Api that are in memory.</returns>
    private async Task<long> MemoryAsync()
    {
        var status = await File.ReadAllLinesAsync($"/proc/{fixture.Stack.Api.ProcessId}/status", TestContext.Current.CancellationToken);
        return long.Parse(
            status.First(line => line.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            System.Globalization.CultureInfo.InvariantCulture) * 1024;
    }
}
