using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Files;

public sealed class KeptFileTests(StackFixture fixture) : IDisposable
{
    private readonly Laboratory _lab = Laboratory.OfTheDemo(fixture.Stack);

    private Stack Stack => fixture.Stack;

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task One_that_breaks_off_leaves_neither_a_row_nor_content()
    {
        var file = _lab.NewFile();

        var broken = await Assert.ThrowsAsync<IOException>(() => _lab.KeepAsync(file, new UploadedBytes(new byte[100_000], breaksAt: 50_000)));

        Assert.Equal("The connection broke.", broken.Message);
        Assert.False(await _lab.HasRowAsync(file));
        Assert.False(await _lab.HasContentAsync(file));
    }

    [Fact]
    public async Task One_that_expires_while_it_is_written_leaves_nothing_either()
    {
        var file = _lab.NewFile();
        var content = new SlowBytes(12_000_000);
        var keeping = _lab.KeepAsync(file, content);
        await content.HalfRead.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await _lab.IsOverAsync(file);
        await Eventually.IsAsync(async () => !await _lab.HasRowAsync(file), () => "It did not expire.");

        content.GoOn();

        await Assert.ThrowsAnyAsync<IOException>(() => keeping);
        Assert.False(await _lab.HasRowAsync(file));
        Assert.False(await _lab.HasContentAsync(file));
    }

    [Fact]
    public async Task Without_a_place_for_files_the_Api_does_not_start_and_says_what_is_missing()
    {
        var api = Stack.NewApi("placeless-api", new Dictionary<string, string> { ["Files__Folder"] = "" });
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => api.StartAsync());
        Assert.Contains("The setting Files:Folder is missing.", refused.Message, StringComparison.Ordinal);
    }
}
