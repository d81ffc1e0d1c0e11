using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace LabsToGo.Api.Accounts;

internal static class AccountSetup
{
    public static void AddAccounts(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<JwtOptions>()
            .BindConfiguration(JwtOptions.Section)
            .Validate(jwt => jwt.KeyBytes().Length >= 32, JwtOptions.BadSigningKey)
            .ValidateOnStart();
        services.AddOptions<SignInOptions>()
            .BindConfiguration(SignInOptions.Section)
            .Validate(signIn => signIn.AttemptsPerMinute > 0, "The setting SignIn:AttemptsPerMinute must be at least 1.")
            .ValidateOnStart();

        services.AddIdentityCore<User>(identity =>
            {
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
                identity.Lockout.AllowedForNewUsers = true;
            })
            .AddEntityFrameworkStores<LabsToGoDbContext>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.ConfigureOptions<BearerTokens>();
        services.AddPolicies();
        services.AddSignInRateLimit();

        services.AddScoped<TokenIssuer>();
        services.AddScoped<TokenRefresh>();
        services.AddScoped<PasswordSignIn>();
    }
}
