namespace LabsToGo.Api.Files;

/// <summary>Where the content of kept files lies: a folder, or a bucket that speaks S3. What is known of a file stands in the database.</summary>
internal interface IFileStore
{
    /// <summary>
    /// Reads the content to its end; nobody sees the file before. Where the content breaks off, nothing is left of it; what is left where the store does,
    /// goes with the deletion.
    /// </summary>
    /// <returns>Its length in bytes.</returns>
    /// <exception cref="IOException">The content, or the store, could not be read or written.</exception>
    Task<long> WriteAsync(string key, Stream content, CancellationToken cancellationToken);

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The store could not be read.</exception>
    Task<Stream> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Whole or half written; does nothing where there is none.</summary>
    /// <exception cref="IOException">The store could not be changed.</exception>
    Task DeleteAsync(string key, CancellationToken cancellationToken);
}
