using LabsToGo.Api.Files;

namespace LabsToGo.IntegrationTests.Files;

public sealed class FolderFilesTests(StoresFixture stores) : IClassFixture<StoresFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Folder_and_files_are_closed_to_everybody_else()
    {
        const string Key = "organization/file";
        await stores.Store("folder").WriteAsync(Key, new UploadedBytes([1, 2, 3]), Stop);

        var file = stores.FolderOf(Key);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        foreach (var folder in (string[])[Path.GetDirectoryName(file)!, Path.GetDirectoryName(Path.GetDirectoryName(file))!])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public async Task Trouble_with_the_disk_is_an_error_of_the_store()
    {
        // A file where the folder should be.
        var folder = stores.FolderOf("no-folder");
        await stores.Store("folder").WriteAsync("no-folder", new UploadedBytes([1]), Stop);
        var store = new FolderFiles(folder);

        await Assert.ThrowsAnyAsync<IOException>(() => store.WriteAsync("a/b", new UploadedBytes([1]), Stop));
        Assert.Contains($"Files:Folder names {folder}", FolderFiles.Problem(folder), StringComparison.Ordinal);
        Assert.Null(FolderFiles.Problem(stores.FolderOf("another")));
    }
}
