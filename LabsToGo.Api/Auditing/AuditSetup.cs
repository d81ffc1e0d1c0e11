namespace LabsToGo.Api.Auditing;

internal static class AuditSetup
{
    public static void AddAuditing(this IServiceCollection services) => services.AddSingleton<AuditLog>();

    /// <param name="action">A noun and a verb, such as <c>patient.read</c>.</param>
    public static TBuilder Audit<TBuilder>(this TBuilder endpoint, string action)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Audited(action));

    /// <summary>For an endpoint that does one of two things: which one it was.</summary>
    public static void AuditAs(this HttpContext http, string action) => http.Items[typeof(Audited)] = action;

    public static string? AuditedAs(this HttpContext http) => http.Items[typeof(Audited)] as string;
}
