using LabsToGo.Api.Files.S3;
using Microsoft.Extensions.Options;

namespace LabsToGo.Api.Files;

internal static class FileSetup
{
    public static void AddFiles(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<FileStoreOptions>().BindConfiguration(FileStoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IFileStore>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<FileStoreOptions>>().Value;
            return options.S3.IsOn ? new S3Files(S3Clients.Create(options.S3), options.S3) : new FolderFiles(options.Folder);
        });
        services.AddScoped<KeptFiles>();
        services.AddHostedService<FileExpiry>();
    }
}
