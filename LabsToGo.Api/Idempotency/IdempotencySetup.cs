using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LabsToGo.Api.Idempotency;

internal static class IdempotencySetup
{
    public static void AddIdempotency(this IServiceCollection services)
    {
        services.AddSingleton<IdempotencyStore>();
        services.Configure<OpenApiOptions>("v1", document => document.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Idempotent>().Any())
            {
                (operation.Parameters ??= []).Add(new OpenApiParameter
                {
                    Name = IdempotentRequests.Header,
                    In = ParameterLocation.Header,
                    Description =
                        "Any text of at most 100 characters, such as a UUID, new for each thing to be done. For 24 hours the same request with the same key " +
                        "does nothing again, and is answered the same.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = IdempotentRequests.LongestKey },
                });
            }
            return Task.CompletedTask;
        }));
    }

    public static TBuilder Idempotent<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Idempotent());
}
