namespace LabsToGo.Api.Files;

/// <summary>In a folder that nobody but this process's user may enter. A file has its name when it is whole; until then, and after a crash, another.</summary>
internal sealed class FolderFiles(string folder) : IFileStore
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <returns>Why no files can be kept there, in one line that names the setting; null when they can.</returns>
    public static string? Problem(string folder)
    {
        try
        {
            Make(folder);
            using var trial = File.Create(Path.Combine(folder, $"trial.{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose);
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
        try
        {
            Make(Path.GetDirectoryName(path)!);
            var length = await WriteUnfinishedAsync(Unfinished(path), content, cancellationToken);
            File.Move(Unfinished(path), path);
            return length;
        }
        catch (UnauthorizedAccessException failure)
        {
            throw Forbidden(failure);
        }
    }

    public Task<Stream> OpenAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        try
        {
            // Its end may come while somebody reads it.
            return Task.FromResult<Stream>(
                new FileStream(path, new FileStreamOptions { Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous }));
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

    private static async Task<long> WriteUnfinishedAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, NewFile());
        try
        {
            await content.CopyToAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
            return file.Length;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

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
        {
            Directory.CreateDirectory(folder);
            return;
        }
        // Of several that are missing .NET closes the last one alone.
        if (Path.GetDirectoryName(folder) is { } parent && !Directory.Exists(parent))
            Make(parent);
        Directory.CreateDirectory(folder, Own | UnixFileMode.UserExecute);
    }

    private static IOException Forbidden(Exception failure) => new($"The folder of the kept files is closed to this process: {failure.Message}", failure);
}
