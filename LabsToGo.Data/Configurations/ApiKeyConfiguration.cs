using LabsToGo.Data.Accounts;
using LabsToGo.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> entity)
    {
        entity.ToTable("api_keys");
        entity.Property(key => key.Id).ValueGeneratedNever();
        entity.Property(key => key.Name).HasMaxLength(60);
        entity.Property(key => key.Prefix).HasMaxLength(16);
        entity.Property(key => key.Hash).HasMaxLength(32);
        entity.HasIndex(key => key.Hash).IsUnique();
        entity.HasOne<Organization>().WithMany().HasForeignKey(key => key.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}
