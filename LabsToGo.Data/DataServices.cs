using LabsToGo.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace LabsToGo.Data;

public static class DataServices
{
    /// <summary>One data source for <c>ConnectionStrings:labstogo</c>, and the context on it, without which the process is not healthy.</summary>
    /// <param name="tenants">True for the Api: each connection of the context is opened for the scope's <see cref="Tenant"/>.</param>
    /// <exception cref="InvalidOperationException">The connection string is missing.</exception>
    public static void AddLabsToGoData(this IHostApplicationBuilder builder, bool tenants)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        var database = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        var connectionString = configuration.GetConnectionString("labstogo") is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(
                "The setting ConnectionStrings:labstogo is missing. Set the environment variable ConnectionStrings__labstogo, or start the whole stack with ./run.sh, which sets it.");

        services.AddSingleton(_ => NpgsqlDataSource.Create(database.Apply(connectionString)));
        services.AddScoped<Tenant>();
        services.AddScoped<TenantConnectionInterceptor>();
        services.AddDbContext<LabsToGoDbContext>((provider, options) =>
        {
            options.UseLabsToGo(provider.GetRequiredService<NpgsqlDataSource>());
            if (tenants)
                options.AddInterceptors(provider.GetRequiredService<TenantConnectionInterceptor>());
        });
        // For its health check. A transaction of ours is repeated as a whole, which a retry of single statements would forbid; traces and metrics are collected where somebody takes them.
        builder.EnrichNpgsqlDbContext<LabsToGoDbContext>(settings => settings.DisableRetry = settings.DisableTracing = settings.DisableMetrics = true);
    }

    internal static DbContextOptionsBuilder UseLabsToGo(this DbContextOptionsBuilder options, NpgsqlDataSource dataSource) =>
        options.UseNpgsql(dataSource, npgsql => npgsql.MigrationsHistoryTable("migrations")).UseSnakeCaseNamingConvention();
}
