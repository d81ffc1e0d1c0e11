using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace LabsToGo.Data;

/// <summary>For <c>dotnet ef migrations add</c>, which only needs the model: no server is asked.</summary>
internal sealed class DesignTimeDbContextFactory : IDesignTimeDbContextFactory<LabsToGoDbContext>
{
    public LabsToGoDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<LabsToGoDbContext>();
        options.UseLabsToGo(NpgsqlDataSource.Create("Host=localhost;Database=labstogo"));
        return new LabsToGoDbContext(options.Options);
    }
}
