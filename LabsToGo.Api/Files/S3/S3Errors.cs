using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace LabsToGo.Api.Files.S3;

/// <summary>What goes wrong at the server, as the store's own exceptions: for whoever operates it, and without a secret.</summary>
internal static class S3Errors
{
    /// <exception cref="IOException">The server refused it, or can't be reached.</exception>
    public static async Task<T> OrIOErrorAsync<T>(this Task<T> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call;
        }
        catch (AmazonS3Exception missing) when (missing is { StatusCode: HttpStatusCode.NotFound, ErrorCode: "NoSuchKey" })
        {
            throw new FileNotFoundException("The bucket does not have this file.", missing);
        }
        catch (AmazonServiceException refused) when (refused.StatusCode != 0)
        {
            throw new IOException($"The server of the bucket answers {(int)refused.StatusCode} {refused.ErrorCode}.", refused);
        }
        catch (Exception failure) when (
            failure is AmazonServiceException or AmazonClientException or HttpRequestException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new IOException($"The server of the bucket can't be reached: {failure.GetBaseException().Message}", failure);
        }
    }
}
