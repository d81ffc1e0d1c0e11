using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LabsToGo.Data.Accounts;

/// <summary>How passwords are kept: PBKDF2 with HMAC-SHA512, section <c>PasswordHashing</c>.</summary>
public static class PasswordHashing
{
    public const string Section = "PasswordHashing";

    /// <summary>Of OWASP's Password Storage Cheat Sheet, for this function.</summary>
    private const int Iterations = 210_000;

    /// <summary>What the framework itself takes. Where passwords are no secret, as the demo's, even one will do.</summary>
    private const int Fewest = 100_000;

    /// <summary>Adds <see cref="IPasswordHasher{TUser}"/> of <see cref="User"/>. A count of iterations that is too small stops the start.</summary>
    public static IServiceCollection AddPasswordHashing(this IServiceCollection services)
    {
        services.AddOptions<PasswordHasherOptions>()
            .Configure(hashing => hashing.IterationCount = Iterations)
            .BindConfiguration(Section)
            .Validate<IHostEnvironment>(
                (hashing, environment) => hashing.IterationCount >= (environment.IsDevelopment() ? 1 : Fewest),
                $"{Section}:IterationCount must be at least {Fewest} (in Development at least 1).")
            .ValidateOnStart();
        return services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
    }
}
