namespace LabsToGo.Api.Auditing;

internal static class AuditSetup
{
    public static void AddAuditing(this IServiceCollection services) => services.AddSingleton<AuditLog>();

    /// <param name="action">A noun and a verb, such as <c>patient.read</c>.</param>
    public static TBuilder Audit<TBuilder>(this TBuilder endpoint, string action)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Audited(action));
}
