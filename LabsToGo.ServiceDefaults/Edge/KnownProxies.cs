using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using IPNetwork = System.Net.IPNetwork;

namespace LabsToGo.ServiceDefaults.Edge;

public static class KnownProxies
{
    private const string Proxies = "ForwardedHeaders:KnownProxies", Networks = "ForwardedHeaders:KnownNetworks";

    /// <summary>
    /// Whose <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> are believed: those of <c>ForwardedHeaders:KnownProxies</c> (addresses) and
    /// <c>ForwardedHeaders:KnownNetworks</c> (such as 10.0.0.0/8), and without either those of this machine. Everybody else could name any address as their
    /// own.
    /// </summary>
    /// <exception cref="InvalidOperationException">An entry can't be read; the message names the setting.</exception>
    public static void AddKnownProxies(this IHostApplicationBuilder builder)
    {
        var proxies = Entries<IPAddress>(builder.Configuration, Proxies, "addresses such as 10.0.0.5");
        var networks = Entries<IPNetwork>(builder.Configuration, Networks, "networks such as 10.0.0.0/8");
        var hosts = builder.Configuration["AllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        // After everything else: the environment variable ASPNETCORE_FORWARDEDHEADERS_ENABLED would have everybody believed.
        builder.Services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            // As far as each hop is a known proxy.
            options.ForwardLimit = null;
            options.AllowedHosts = hosts.Contains("*") ? [] : hosts;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
                options.KnownProxies.Add(proxy);
            foreach (var network in networks)
                options.KnownIPNetworks.Add(network);
            if (proxies.Count + networks.Count > 0)
                return;
            options.KnownProxies.Add(IPAddress.IPv6Loopback);
            options.KnownIPNetworks.Add(IPNetwork.Parse("127.0.0.0/8"));
        });
    }

    private static List<T> Entries<T>(IConfiguration configuration, string key, string examples)
        where T : IParsable<T> =>
        [.. configuration.List(key).Select(text => T.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new InvalidOperationException($"The setting {key} must list {examples}; {text} is none."))];
}
