using System.Net;
using Newtonsoft.Json;
using Twilio.Clients;
using Twilio.Exceptions;

namespace LabsToGo.Twilio.Package;

internal static class PackageCalls
{
    /// <summary>Calls Twilio by its package.</summary>
    /// <exception cref="HttpRequestException">Refused, with the status, or not answered, or not so that it can be read. The package's own exceptions name the
    /// address, and Twilio's words the number, of a patient.</exception>
    public static async Task<T> AskAsync<T>(this TwilioConnection connection, Func<ITwilioRestClient, Task<T>> ask, CancellationToken cancellationToken)
    {
        var client = new TwilioRestClient(
            username: null, password: null, connection.AccountSid, httpClient: new ConnectedHttpClient(connection, cancellationToken));
        try
        {
            return await ask(client);
        }
        catch (ApiConnectionException unanswered)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new HttpRequestException("Twilio did not answer.", unanswered.InnerException);
        }
        catch (JsonException)
        {
            throw new HttpRequestException("Twilio's answer can't be read.");
        }
        catch (ApiStandardException refusal)
        {
            throw Refused(refusal.Status, refusal.Code);
        }
        catch (ApiException refusal)
        {
            throw Refused(refusal.Status, refusal.Code);
        }
    }

    private static HttpRequestException Refused(int status, int code) =>
        new($"Twilio answered {status} ({code}).", null, status == 0 ? null : (HttpStatusCode)status);
}
