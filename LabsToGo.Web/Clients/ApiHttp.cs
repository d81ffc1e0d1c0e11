using System.Text.Json;
using LabsToGo.Contracts.Http;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Polly;

namespace LabsToGo.Web.Clients;

/// <summary>The two ways to the Api: short calls, and streams that may last as long as they like.</summary>
internal static class ApiHttp
{
    public const string Calls = "api";
    public const string Streams = "api-streams";

    public static void AddApiClients(this IServiceCollection services)
    {
        services.AddHttpClient(Calls, Address);
#pragma warning disable EXTEXP0001 // The only way to take the default handler off one client.
        services.AddHttpClient(Streams, client =>
            {
                Address(client);
                client.Timeout = Timeout.InfiniteTimeSpan;
            })
            .RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001

        services.AddScoped(provider => Caller.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddScoped<CircuitHandler, CallerOfCircuit>();
        services.AddScoped<ApiConnection>();
        services.AddScoped<PatientsClient>();
        services.AddScoped<ImportsClient>();
        services.AddScoped<FilesClient>();
        services.AddScoped<CampaignsClient>();
        services.AddScoped<SettingsClient>();
        services.AddScoped<QueueClient>();
        services.AddScoped<AuditClient>();
        services.AddScoped<UsersClient>();
        services.AddScoped<ApiKeysClient>();
        services.AddScoped<OwnAccountClient>();
        services.AddScoped<LiveClient>();
    }

    // Pages call by themselves as well; of their use the browser tells, see idle.js.
    private static void Address(HttpClient client)
    {
        client.BaseAddress = new Uri("http://api");
        client.DefaultRequestHeaders.Add(RequestHeaders.Passive, "1");
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
