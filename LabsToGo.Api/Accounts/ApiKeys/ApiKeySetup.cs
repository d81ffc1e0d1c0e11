using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace LabsToGo.Api.Accounts.ApiKeys;

internal static class ApiKeySetup
{
    private const string Callers = "Callers";

    /// <summary>Both come as <c>Authorization: Bearer</c>; how a key begins tells the two apart.</summary>
    public static void AddTokensAndKeys(this IServiceCollection services) =>
        services.AddAuthentication(Callers)
            .AddPolicyScheme(Callers, null, scheme => scheme.ForwardDefaultSelector =
                http => ApiKeySecret.IsShown(http.Request) ? ApiKeySignIn.SchemeName : JwtBearerDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeySignIn>(ApiKeySignIn.SchemeName, null)
            .AddJwtBearer();
}
