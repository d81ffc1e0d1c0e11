using Amazon.S3;
using Amazon.S3.Model;

namespace LabsToGo.Api.Files.S3;

/// <summary>In a bucket. What is longer than one part is uploaded in parts, of which one is in memory; the file is there when the last one is.</summary>
internal sealed class S3Files(IAmazonS3 s3, S3Options options) : IFileStore
{
    /// <summary>A file may have ten thousand.</summary>
    internal const int PartSize = 8 << 20;

    public async Task<long> WriteAsync(string key, Stream content, CancellationToken cancellationToken)
    {
        key = FullKey(key);
        var part = GC.AllocateUninitializedArray<byte>(PartSize);
        var length = await content.ReadAtLeastAsync(part, PartSize, throwOnEndOfStream: false, cancellationToken);
        return length < PartSize
            ? await WriteWholeAsync(key, part, length, cancellationToken)
            : await WriteInPartsAsync(key, part, content, cancellationToken);
    }

    public async Task<Stream> OpenAsync(string key, CancellationToken cancellationToken) =>
        (await s3.GetObjectAsync(options.Bucket, FullKey(key), cancellationToken).OrIOErrorAsync(cancellationToken)).ResponseStream;

    public async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        key = FullKey(key);
        await s3.DeleteObjectAsync(options.Bucket, key, cancellationToken).OrIOErrorAsync(cancellationToken);
        // What a process that died in the middle had uploaded is no object, but lies there all the same.
        foreach (var upload in await S3Upload.UnfinishedAsync(s3, options.Bucket, key, cancellationToken))
            await upload.AbortAsync(cancellationToken);
    }

    private string FullKey(string key) => options.Prefix + FileKeys.Checked(key);

    private async Task<long> WriteWholeAsync(string key, byte[] content, int length, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream(content, 0, length, writable: false);
        await s3.PutObjectAsync(
            new PutObjectRequest { BucketName = options.Bucket, Key = key, InputStream = whole, UseChunkEncoding = false }, cancellationToken)
            .OrIOErrorAsync(cancellationToken);
        return length;
    }

    /// <param name="part">Full of the first one; used for all of them.</param>
    private async Task<long> WriteInPartsAsync(string key, byte[] part, Stream content, CancellationToken cancellationToken)
    {
        var upload = await S3Upload.BeginAsync(s3, options.Bucket, key, cancellationToken);
        try
        {
            for (var length = part.Length; length > 0; length = await content.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, cancellationToken))
                await upload.AddAsync(part, length, cancellationToken);
            return await upload.CompleteAsync(cancellationToken);
        }
        catch
        {
            try
            {
                await upload.AbortAsync(CancellationToken.None);
            }
            catch (IOException)
            {
                // The server is away: what went wrong first is told, and the deletion that follows finds the upload.
            }
            throw;
        }
    }
}
