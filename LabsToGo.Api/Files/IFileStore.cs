namespace LabsToGo.Api.Files;

/// <summary>Where the content of kept files lies: a folder, or a bucket that speaks S3. What is known of a file stands in the database.</summary>
internal interface IFileStore
{
    /// <summary>Reads the content to its end. Where that fails, nothing is left.</summary>
    /// <returns>Its length in bytes.</returns>
    /// <exception cref="IOException">The content, or the store, could not be read or written.</exception>
    Task<long> WriteAsync(string key, Stream content, CancellationToken cancellationToken);

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    Task<Stream> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Does nothing where there is none.</summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken);
}
