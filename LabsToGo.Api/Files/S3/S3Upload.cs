using Amazon.S3;
using Amazon.S3.Model;

namespace LabsToGo.Api.Files.S3;

/// <summary>One upload in parts, which is nothing until it is complete.</summary>
internal sealed class S3Upload
{
    private readonly IAmazonS3 _s3;
    private readonly string _bucket, _key, _id;
    private readonly List<PartETag> _parts = [];
    private long _length;

    private S3Upload(IAmazonS3 s3, string bucket, string key, string id) => (_s3, _bucket, _key, _id) = (s3, bucket, key, id);

    public static async Task<S3Upload> BeginAsync(IAmazonS3 s3, string bucket, string key, CancellationToken cancellationToken) =>
        new(s3, bucket, key, (await s3.InitiateMultipartUploadAsync(bucket, key, cancellationToken).OrIOErrorAsync(cancellationToken)).UploadId);

    /// <summary>Those of the key that nobody has completed.</summary>
    public static async Task<List<S3Upload>> UnfinishedAsync(IAmazonS3 s3, string bucket, string key, CancellationToken cancellationToken)
    {
        var found = await s3.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = bucket, Prefix = key }, cancellationToken)
            .OrIOErrorAsync(cancellationToken);
        return [.. (found.MultipartUploads ?? []).Where(upload => upload.Key == key).Select(upload => new S3Upload(s3, bucket, key, upload.UploadId))];
    }

    public async Task AddAsync(byte[] content, int length, CancellationToken cancellationToken)
    {
        using var part = new MemoryStream(content, 0, length, writable: false);
        var number = _parts.Count + 1;
        var added = await _s3.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = _bucket, Key = _key, UploadId = _id, PartNumber = number, PartSize = length, InputStream = part, UseChunkEncoding = false,
            },
            cancellationToken).OrIOErrorAsync(cancellationToken);
        _parts.Add(new PartETag(number, added.ETag));
        _length += length;
    }

    /// <returns>The file's length in bytes.</returns>
    public async Task<long> CompleteAsync(CancellationToken cancellationToken)
    {
        await _s3.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest { BucketName = _bucket, Key = _key, UploadId = _id, PartETags = _parts }, cancellationToken)
            .OrIOErrorAsync(cancellationToken);
        return _length;
    }

    public Task AbortAsync(CancellationToken cancellationToken) =>
        _s3.AbortMultipartUploadAsync(_bucket, _key, _id, cancellationToken).OrIOErrorAsync(cancellationToken);
}
