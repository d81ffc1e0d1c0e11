using System.Security.Cryptography;

namespace LabsToGo.IntegrationTests.Files;

/// <summary>What a store promises, of each kind.</summary>
public sealed class FileStoreTests(StoresFixture stores) : IClassFixture<StoresFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Nothing, a little, one part to the byte, and two parts with something over, as an upload brings it.</summary>
    public static TheoryData<string, int> Sizes
    {
        get
        {
            var sizes = new TheoryData<string, int>();
            foreach (var kind in (string[])["folder", "s3"])
            {
                foreach (var size in (int[])[0, 5, 8 << 20, 12 << 20, (16 << 20) + 1])
                    sizes.Add(kind, size);
            }
            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task What_was_written_is_read_byte_for_byte(string kind, int size)
    {
        var store = stores.Store(kind);
        var (key, content) = (NewKey(), RandomNumberGenerator.GetBytes(size));

        Assert.Equal(size, await store.WriteAsync(key, new UploadedBytes(content), Stop));

        await using var file = await store.OpenAsync(key, Stop);
        using var read = new MemoryStream();
        await file.CopyToAsync(read, Stop);
        Assert.True(content.AsSpan().SequenceEqual(read.GetBuffer().AsSpan(0, (int)read.Length)));
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("s3")]
    public async Task One_that_is_not_there_is_missing_and_its_deletion_does_nothing(string kind)
    {
        var store = stores.Store(kind);
        var key = NewKey();
        await Assert.ThrowsAsync<FileNotFoundException>(() => store.OpenAsync(key, Stop));
        await store.DeleteAsync(key, Stop);

        await store.WriteAsync(key, new UploadedBytes([1, 2, 3]), Stop);
        Assert.NotEmpty(stores.Traces(kind, key));
        await store.DeleteAsync(key, Stop);
        await store.DeleteAsync(key, Stop);

        await Assert.ThrowsAsync<FileNotFoundException>(() => store.OpenAsync(key, Stop));
        Assert.DoesNotContain(stores.Traces(kind, key), trace => trace.EndsWith("_object", StringComparison.Ordinal) || kind == "folder");
    }

    [Theory]
    [InlineData("folder", 1_000_000)]
    [InlineData("folder", 20 << 20)]
    [InlineData("s3", 1_000_000)]
    [InlineData("s3", 20 << 20)]
    public async Task Content_that_breaks_off_in_the_middle_leaves_nothing(string kind, int breaksAt)
    {
        var store = stores.Store(kind);
        var key = NewKey();

        var broken = await Assert.ThrowsAsync<IOException>(() => store.WriteAsync(key, new UploadedBytes(new byte[30 << 20], breaksAt), Stop));

        Assert.Equal("The connection broke.", broken.Message);
        await Assert.ThrowsAsync<FileNotFoundException>(() => store.OpenAsync(key, Stop));
        Assert.Empty(stores.Traces(kind, key));
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("s3")]
    public async Task A_file_is_not_seen_before_it_is_whole(string kind)
    {
        var store = stores.Store(kind);
        var key = NewKey();
        var content = new SlowBytes(20 << 20);
        var writing = store.WriteAsync(key, content, Stop);
        await content.HalfRead.WaitAsync(TimeSpan.FromSeconds(30), Stop);

        await Assert.ThrowsAsync<FileNotFoundException>(() => store.OpenAsync(key, Stop));

        content.GoOn();
        Assert.Equal(20 << 20, await writing);
        await using var file = await store.OpenAsync(key, Stop);
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("s3")]
    public async Task What_a_process_that_died_left_half_written_goes_with_the_deletion(string kind)
    {
        var store = stores.Store(kind);
        var key = NewKey();
        var content = new SlowBytes(20 << 20);
        // Nobody ends it, as if its process were killed.
        _ = store.WriteAsync(key, content, CancellationToken.None);
        await content.HalfRead.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        Assert.NotEmpty(stores.Traces(kind, key));

        await store.DeleteAsync(key, Stop);

        Assert.Empty(stores.Traces(kind, key));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/../../outside")]
    [InlineData("/tmp/labstogo-outside")]
    [InlineData("a//b")]
    [InlineData("a\\..\\b")]
    [InlineData("a/b.part")]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("a\n")]
    public async Task No_key_leads_out_of_the_store(string key)
    {
        foreach (var kind in (string[])["folder", "s3"])
        {
            var store = stores.Store(kind);
            await Assert.ThrowsAsync<ArgumentException>(() => store.WriteAsync(key, new UploadedBytes([1]), Stop));
            await Assert.ThrowsAsync<ArgumentException>(() => store.OpenAsync(key, Stop));
            await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteAsync(key, Stop));
        }
    }

    private static string NewKey() => $"{Guid.NewGuid():N}/{Guid.NewGuid():N}";
}
