using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using StackExchange.Redis;

namespace LabsToGo.Web.KeyRing;

/// <summary>The union of a shared and a local key store; each is brought up to date from the other, and the shared one may be away.</summary>
internal sealed partial class SharedKeyRepository(IXmlRepository shared, IXmlRepository local, ILogger<SharedKeyRepository> logger) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var here = local.GetAllElements();
        try
        {
            var there = shared.GetAllElements();
            foreach (var element in Missing(from: here, among: there))
                shared.StoreElement(element, Name(element));
            foreach (var element in Missing(from: there, among: here))
                local.StoreElement(element, Name(element));
            return [.. there, .. Missing(from: here, among: there)];
        }
        catch (Exception unavailable) when (unavailable is RedisException or TimeoutException)
        {
            Log.SharedStoreAway(logger, unavailable.Message);
            return here;
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        local.StoreElement(element, friendlyName);
        try
        {
            shared.StoreElement(element, friendlyName);
        }
        catch (Exception unavailable) when (unavailable is RedisException or TimeoutException)
        {
            // The next read brings it there.
            Log.SharedStoreAway(logger, unavailable.Message);
        }
    }

    private static List<XElement> Missing(IEnumerable<XElement> from, IEnumerable<XElement> among)
    {
        var known = among.Select(Name).ToHashSet();
        return [.. from.Where(element => !known.Contains(Name(element)))];
    }

    private static string Name(XElement element) =>
        $"{element.Name.LocalName}-{element.Attribute("id")?.Value ?? element.Element("revocationDate")?.Value ?? "unnamed"}".Replace(':', '-');

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Redis is away: the cookie keys come from this machine's folder alone ({Reason})")]
        public static partial void SharedStoreAway(ILogger logger, string reason);
    }
}
