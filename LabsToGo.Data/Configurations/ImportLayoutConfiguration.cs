using LabsToGo.Domain.Organizations;
using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class ImportLayoutConfiguration : IEntityTypeConfiguration<ImportLayout>
{
    public void Configure(EntityTypeBuilder<ImportLayout> entity)
    {
        entity.ToTable("import_layouts");
        entity.HasKey(layout => new { layout.OrganizationId, layout.HeaderHash });
        entity.Property(layout => layout.HeaderHash).HasMaxLength(64);
        entity.Property(layout => layout.Choices).HasColumnType("jsonb");
        entity.HasOne<Organization>().WithMany().HasForeignKey(layout => layout.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}
