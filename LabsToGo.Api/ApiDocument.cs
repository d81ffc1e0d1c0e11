using LabsToGo.Api.Edge;
using Scalar.AspNetCore;

namespace LabsToGo.Api;

/// <summary>The Api's description and a page to try it; Development only, where a browser without a token may read them.</summary>
internal static class ApiDocument
{
    public static void MapApiDocument(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference().AllowAnonymous().WithMetadata(new ShownInBrowsers());
    }
}
