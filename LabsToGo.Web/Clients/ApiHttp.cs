using System.Text.Json;
using LabsToGo.Contracts.Http;
using Polly;

namespace LabsToGo.Web.Clients;

/// <summary>The two ways to the Api: short calls, and streams that may last as long as they like.</summary>
internal static class ApiHttp
{
    public const string Calls = "api";
    public const string Streams = "api-streams";

    public static void AddApiClients(this IServiceCollection services)
    {
        var address = new Uri("http://api");
        services.AddHttpClient(Calls, client => client.BaseAddress = address);
#pragma warning disable EXTEXP0001 // The only way to take the default handler off one client.
        services.AddHttpClient(Streams, client =>
            {
                client.BaseAddress = address;
                client.Timeout = Timeout.InfiniteTimeSpan;
            })
            .RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001

        services.AddScoped<ApiConnection>();
        services.AddScoped<PatientsClient>();
        services.AddScoped<ImportsClient>();
        services.AddScoped<CampaignsClient>();
        services.AddScoped<SettingsClient>();
        services.AddScoped<QueueClient>();
        services.AddScoped<AuditClient>();
        services.AddScoped<UsersClient>();
        services.AddScoped<OwnAccountClient>();
        services.AddScoped<LiveClient>();
    }

    /// <exception cref="ApiException">No answer came.</exception>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or ExecutionRejectedException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ApiException(null, "The server can't be reached just now. Please try again in a moment.", inner: failure);
        }
    }

    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(ContractJson.Options, cancellationToken)
                ?? throw new JsonException("The body is null.");
        }
        catch (Exception failure) when (failure is JsonException or HttpRequestException or IOException)
        {
            throw new ApiException(response.StatusCode, "The server's answer could not be read. Please try again.", inner: failure);
        }
    }
}
