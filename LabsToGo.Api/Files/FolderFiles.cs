namespace LabsToGo.Api.Files;

/// <summary>In a folder that nobody but this process's user may enter. A file has its name when it is whole; until then, and after a crash, another one.</summary>
internal sealed class FolderFiles(string folder) : IFileStore
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <returns>Why no files can be kept there, in one line that names the setting; null when they can.</returns>
    public static string? Problem(string folder)
    {
        try
        {
            Make(folder);
            using var trial = new FileStream(
                Path.Combine(folder, $"trial.{Guid.NewGuid():N}"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"The setting Files:Folder names {folder}, where no files can be kept: {failure.Message}";
        }
    }

    public async Task<long> WriteAsync(string key, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        var unfinished = Unfinished(path);
        try
        {
            Make(Path.GetDirectoryName(path)!);
            long length;
            await using (var file = new FileStream(unfinished, NewFile()))
            {
                await content.CopyToAsync(file, cancellationToken);
                length = file.Length;
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path);
            return length;
        }
        catch (Exception failure)
        {
            File.Delete(unfinished);
            if (failure is UnauthorizedAccessException)
                throw Forbidden(failure);
            throw;
        }
    }

    public Task<Stream> OpenAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        try
        {
            return Task.FromResult<Stream>(
                new FileStream(path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan }));
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new FileNotFoundException(missing.Message, path, missing);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw Forbidden(failure);
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        try
        {
            File.Delete(path);
            File.Delete(Unfinished(path));
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing of the organization was ever here.
        }
        catch (UnauthorizedAccessException failure)
        {
            throw Forbidden(failure);
        }
        return Task.CompletedTask;
    }

    private string PathOf(string key) => Path.Combine(folder, FileKeys.Checked(key));

    private static string Unfinished(string path) => path + ".part";

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Own;
        return options;
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, Own | UnixFileMode.UserExecute);
    }

    private static IOException Forbidden(Exception failure) => new($"The folder of the kept files is closed to this process: {failure.Message}", failure);
}
