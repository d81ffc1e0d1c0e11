namespace LabsToGo.Api.Live;

/// <summary>A stream has no end of its own: without this a process that is told to stop would wait for every open page.</summary>
internal sealed class EndsWithTheProcess(IHostApplicationLifetime lifetime) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.RegisterForDispose(lifetime.ApplicationStopping.Register(http.Abort));
        return next(context);
    }
}
