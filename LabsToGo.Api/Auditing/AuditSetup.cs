namespace LabsToGo.Api.Auditing;

internal static class AuditSetup
{
    public static void AddAuditing(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddSingleton<AuditLog>();
    }

    /// <param name="action">A noun and a verb, such as <c>patient.read</c>.</param>
    /// <inheritdoc cref="Audited" path="/param[@name='OneLook']"/>
    public static TBuilder Audit<TBuilder>(this TBuilder endpoint, string action, TimeSpan oneLook = default)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Audited(action, oneLook));

    /// <summary>For an endpoint that does one of two things: which one it was.</summary>
    public static void AuditAs(this HttpContext http, string action) => http.Items[typeof(Audited)] = action;

    public static string? AuditedAs(this HttpContext http) => http.Items[typeof(Audited)] as string;
}
