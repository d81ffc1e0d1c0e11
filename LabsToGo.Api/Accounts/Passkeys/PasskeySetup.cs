using LabsToGo.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LabsToGo.Api.Accounts.Passkeys;

internal static class PasskeySetup
{
    public static void AddPasskeys(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PasskeyOptions>()
            .BindConfiguration(PasskeyOptions.Section)
            .PostConfigure(passkeys =>
            {
                if (passkeys.Domain.Length == 0 && builder.Environment.IsDevelopment())
                    passkeys.Domain = PasskeyOptions.Localhost;
            })
            .ValidateDataAnnotations()
            .ValidateOnStart();
        // Identity would go by the request's own host; ours come from the Web, and the browser knows its address alone.
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PasskeyOptions>>((identity, ours) =>
        {
            identity.ServerDomain = ours.Value.Domain;
            identity.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && ours.Value.Takes(context.Origin));
            identity.AuthenticatorTimeout = PasskeyCeremony.Lifetime;
            // It stands for password and code together: who holds the device must show to it who they are, and it must know whose it is.
            identity.UserVerificationRequirement = "required";
            identity.ResidentKeyRequirement = "required";
        });
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.AddScoped<PasskeyStore>();
        services.AddScoped<PasskeySignIn>();
    }
}
