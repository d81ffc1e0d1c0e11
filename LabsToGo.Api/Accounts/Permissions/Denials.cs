using LabsToGo.Twilio;
using Microsoft.Extensions.Options;

namespace LabsToGo.Api.Accounts.Permissions;

/// <summary>Why a caller who is known may not do it, in words.</summary>
internal static class Denials
{
    public static string InWords(HttpContext http)
    {
        var caller = http.User;
        if (caller.Identity?.IsAuthenticated != true || caller.IsPerson())
            return "Your role does not allow this. Ask an owner or a manager of your organization.";
        if (http.GetEndpoint()?.Metadata.GetMetadata<RequiredPermission>() is not { Name: var permission })
            return "This is for people who sign in. An API key can't do it.";
        return caller.May(permission) && caller.WouldReachPatients(permission, http.RequestServices.GetRequiredService<IOptions<TwilioOptions>>().Value)
            ? "This is a test key, and Twilio itself is connected here: patients would be texted. A test key lets texts leave to the sandbox alone."
            : $"This API key does not have the permission {permission}: it was not given it, or who made the key has it no longer.";
    }
}
