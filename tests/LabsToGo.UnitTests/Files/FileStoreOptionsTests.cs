using System.ComponentModel.DataAnnotations;
using LabsToGo.Api.Files;
using LabsToGo.Api.Files.S3;

namespace LabsToGo.UnitTests.Files;

/// <summary>A bad setting is named, in words.</summary>
public sealed class FileStoreOptionsTests
{
    private static readonly string Folder = Path.GetTempPath();

    [Theory]
    [InlineData("", "Files:Folder is missing")]
    [InlineData("kept", "Files:Folder must be a whole path")]
    [InlineData("/proc/no-such-process/kept", "Files:Folder names /proc/no-such-process/kept, where no files can be kept")]
    public void A_folder_that_can_not_be_used_is_told(string folder, string says) => Assert.Contains(says, Problem(new() { Folder = folder }));

    [Theory]
    [InlineData(0, "Files:Kept")]
    [InlineData(366, "Files:Kept")]
    public void A_time_that_makes_no_sense_is_told(int days, string says) =>
        Assert.Contains(says, Problem(new() { Folder = Folder, Kept = TimeSpan.FromDays(days) }));

    [Fact]
    public void An_interval_that_makes_no_sense_is_told() =>
        Assert.Contains("Files:ExpiryInterval", Problem(new() { Folder = Folder, ExpiryInterval = TimeSpan.Zero }));

    [Theory]
    [InlineData("", "", "", "", "", "Files:S3:Region is missing")]
    [InlineData("s3.lab.example", "", "", "", "", "Files:S3:ServiceUrl")]
    [InlineData("ftp://s3.lab.example", "", "", "", "", "Files:S3:ServiceUrl")]
    [InlineData("https://key@s3.lab.example", "", "", "", "", "Files:S3:ServiceUrl")]
    [InlineData("https://s3.lab.example/bucket", "", "", "", "", "Files:S3:ServiceUrl")]
    [InlineData("", "us-east-1", "key", "", "", "Files:S3:SecretKey")]
    [InlineData("", "us-east-1", "", "secret", "", "Files:S3:AccessKey")]
    [InlineData("", "us-east-1", "", "", "labstogo", "Files:S3:Prefix")]
    [InlineData("", "us-east-1", "", "", "../", "Files:S3:Prefix")]
    public void A_bucket_that_can_not_be_used_is_told_without_its_secret(
        string url, string region, string access, string secret, string prefix, string says)
    {
        var problem = Problem(new()
        {
            S3 = new S3Options { Bucket = "kept", ServiceUrl = url, Region = region, AccessKey = access, SecretKey = secret, Prefix = prefix },
        });
        Assert.Contains(says, problem);
        Assert.DoesNotContain("key@", problem);
    }

    [Fact]
    public void A_folder_and_a_bucket_exclude_each_other() => Assert.Contains(
        "Files:Folder and Files:S3:Bucket exclude each other",
        Problem(new() { Folder = Folder, S3 = new S3Options { Bucket = "kept", Region = "us-east-1" } }));

    [Fact]
    public void Either_alone_is_enough()
    {
        Assert.Equal("", Problem(new() { Folder = Folder }));
        Assert.Equal("", Problem(new() { S3 = new S3Options { Bucket = "kept", Region = "us-east-1" } }));
        Assert.Equal("", Problem(new() { S3 = new S3Options { Bucket = "kept", ServiceUrl = "https://s3.lab.example:9000/", Prefix = "lab/sms/" } }));
    }

    private static string Problem(FileStoreOptions options) =>
        string.Join('\n', options.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage));
}
