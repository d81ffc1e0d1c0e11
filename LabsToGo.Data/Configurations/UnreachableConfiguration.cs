using LabsToGo.Data.Reaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class UnreachableConfiguration : IEntityTypeConfiguration<Unreachable>
{
    // The result of a function, in no table.
    public void Configure(EntityTypeBuilder<Unreachable> entity) => entity.HasNoKey().ToTable((string?)null);
}
