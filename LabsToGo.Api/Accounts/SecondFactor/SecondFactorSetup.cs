namespace LabsToGo.Api.Accounts.SecondFactor;

internal static class SecondFactorSetup
{
    public static void AddSecondFactor(this IServiceCollection services)
    {
        services.AddScoped<TotpKeys>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<SecondFactorCodes>();
        services.AddScoped<SecondFactorSignIn>();
        services.AddScoped<SecondFactorRemoval>();
    }

    public static TBuilder OpenWithoutSecondFactor<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new OpenWithoutSecondFactor());
}
