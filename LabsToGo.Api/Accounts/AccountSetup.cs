using LabsToGo.Api.Accounts.ApiKeys;
using LabsToGo.Api.Accounts.Passkeys;
using LabsToGo.Api.Accounts.Passwords;
using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Api.Accounts.SecondFactor;
using LabsToGo.Api.Accounts.Sessions;
using LabsToGo.Api.Accounts.SigningKeys;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.ServiceDefaults.Secrets;
using Microsoft.AspNetCore.DataProtection;

namespace LabsToGo.Api.Accounts;

internal static class AccountSetup
{
    public static void AddAccounts(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("LabsToGo.Api").PersistKeysToDbContext<LabsToGoDbContext>().ProtectKeyRing(builder);
        services.AddOptions<JwtOptions>().BindConfiguration(JwtOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        services.AddPasswordHashing();
        services.AddIdentityCore<User>(identity =>
            {
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
                identity.Lockout.AllowedForNewUsers = true;
            })
            .AddEntityFrameworkStores<LabsToGoDbContext>();
        services.AddTokensAndKeys();
        services.ConfigureOptions<BearerTokens>();
        services.AddPermissions();

        services.AddHttpContextAccessor();
        services.AddSingleton<SigningKeyRing>();
        services.AddScoped<TokenIssuer>();
        services.AddScoped<TokenRefresh>();
        services.AddScoped<SessionOpening>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<FailedTries>();
        services.AddScoped<Proof>();
        services.AddSingleton<Tickets>();
        services.AddSecondFactor();
        builder.AddPasskeys();
    }
}
