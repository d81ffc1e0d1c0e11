using LabsToGo.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LabsToGo.Data;

public static class DataServices
{
    /// <summary>One data source for <c>ConnectionStrings:labstogo</c>, and the context on it.</summary>
    /// <param name="tenants">True for the Api: each connection of the context is opened for the scope's <see cref="Tenant"/>.</param>
    /// <exception cref="InvalidOperationException">The connection string is missing.</exception>
    public static IServiceCollection AddLabsToGoData(this IServiceCollection services, IConfiguration configuration, bool tenants)
    {
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
        return services;
    }

    internal static DbContextOptionsBuilder UseLabsToGo(this DbContextOptionsBuilder options, NpgsqlDataSource dataSource) =>
        options.UseNpgsql(dataSource, npgsql => npgsql.MigrationsHistoryTable("migrations")).UseSnakeCaseNamingConvention();
}
