using LabsToGo.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> entity)
    {
        entity.ToTable("organizations", table => table.HasCheckConstraint("ck_organizations_hours", "cardinality(opens) = 7 and cardinality(closes) = 7"));
        entity.Property(organization => organization.Id).ValueGeneratedNever();
        entity.Property(organization => organization.Name).HasMaxLength(120);
        entity.Property(organization => organization.TimeZone).HasMaxLength(64);
    }
}
