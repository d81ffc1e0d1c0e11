using LabsToGo.Data.Live;
using LabsToGo.Data.Looping;
using LabsToGo.Data.Scheduling;
using LabsToGo.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabsToGo.Data;

public static class DataServices
{
    /// <summary>One data source for <c>ConnectionStrings:labstogo</c>, without which the process is not healthy.</summary>
    /// <exception cref="InvalidOperationException">The connection string is missing.</exception>
    public static void AddLabsToGoDatabase(this IHostApplicationBuilder builder)
    {
        builder.AddDataSource();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }

    /// <summary>The data source, and the context on it: each of its connections is opened for the scope's <see cref="Tenant"/>.</summary>
    /// <exception cref="InvalidOperationException">The connection string is missing.</exception>
    public static void AddLabsToGoContext(this IHostApplicationBuilder builder)
    {
        builder.AddDataSource();
        builder.Services.AddSingleton<KnownTimeZones>();
        builder.Services.AddScoped<Tenant>();
        builder.Services.AddScoped<TenantConnectionInterceptor>();
        builder.Services.AddDbContext<LabsToGoDbContext>((provider, options) => options
            .UseLabsToGo(provider.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(provider.GetRequiredService<TenantConnectionInterceptor>()));
        // For its health check. A transaction of ours is repeated as a whole, which a retry of single statements would forbid; traces and metrics are collected
        // where somebody takes them.
        builder.EnrichNpgsqlDbContext<LabsToGoDbContext>(settings => settings.DisableRetry = settings.DisableTracing = settings.DisableMetrics = true);
    }

    private static void AddDataSource(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var connectionString = builder.Configuration.GetConnectionString("labstogo") is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(
                "The setting ConnectionStrings:labstogo is missing. Set the environment variable ConnectionStrings__labstogo, or start the whole stack with " +
                "./run.sh, which sets it.");
        builder.Services.AddHostedService<DurableCommits>();
        builder.Services.AddSingleton<CampaignChanges>();
        builder.Services.AddSingleton<LoopHealth>();
        builder.Services.AddHealthChecks().AddCheck<LoopHealth>("loops");
        builder.Services.AddSingleton(
            provider => NpgsqlDataSource.Create(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Apply(connectionString)));
    }

    internal static DbContextOptionsBuilder UseLabsToGo(this DbContextOptionsBuilder options, NpgsqlDataSource dataSource) =>
        options.UseNpgsql(dataSource, npgsql => npgsql.MigrationsHistoryTable("migrations")).UseSnakeCaseNamingConvention();
}
