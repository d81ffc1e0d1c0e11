using LabsToGo.Testing.Processes;
using LabsToGo.Testing.Servers;

namespace LabsToGo.IntegrationTests.Files;

public sealed class S3FilesTests(StoresFixture stores) : IClassFixture<StoresFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bucket_that_is_not_there_is_an_error_and_no_missing_file()
    {
        var error = await Assert.ThrowsAsync<IOException>(() => stores.S3(bucket: "another-bucket").OpenAsync("a/b", Stop));
        Assert.Equal("The server of the bucket answers 404 NoSuchBucket.", error.Message);
        await Assert.ThrowsAsync<IOException>(() => stores.S3(bucket: "another-bucket").WriteAsync("a/b", new UploadedBytes([1]), Stop));
    }

    [Fact]
    public async Task A_server_that_is_away_is_an_error_that_says_so_without_a_secret()
    {
        var away = stores.S3(new Uri($"http://127.0.0.1:{Ports.Free()}"));
        foreach (var call in (Func<Task>[])
        [
            () => away.WriteAsync("a/b", new UploadedBytes([1]), Stop), () => away.WriteAsync("a/b", new UploadedBytes(new byte[9 << 20]), Stop),
            () => away.OpenAsync("a/b", Stop), () => away.DeleteAsync("a/b", Stop),
        ])
        {
            var error = await Assert.ThrowsAsync<IOException>(call);
            Assert.Contains("can't be reached", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(S3Server.SecretKey, error.ToString(), StringComparison.Ordinal);
        }
    }
}
