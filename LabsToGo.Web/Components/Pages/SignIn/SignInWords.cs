using System.Net;
using LabsToGo.Web.Clients;

namespace LabsToGo.Web.Components.Pages.SignIn;

internal static class SignInWords
{
    /// <param name="wrong">What a 401 means there.</param>
    public static string Of(ApiException refused, string wrong) => refused.Status switch
    {
        HttpStatusCode.Unauthorized => wrong,
        HttpStatusCode.TooManyRequests => "Too many tries. Please wait a minute, then try again.",
        _ => refused.Message,
    };
}
