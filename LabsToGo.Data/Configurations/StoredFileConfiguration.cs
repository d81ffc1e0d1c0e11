using LabsToGo.Domain.Files;
using LabsToGo.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> entity)
    {
        entity.ToTable("stored_files");
        entity.Property(file => file.Id).ValueGeneratedNever();
        entity.Ignore(file => file.Key);
        entity.Property(file => file.Kind).IsStoredEnum();
        entity.HasStoredEnumCheck<StoredFile, StoredFileKind>("kind");
        entity.Property(file => file.Name).HasMaxLength(200);
        entity.Property(file => file.Permission).HasMaxLength(60);
        entity.HasIndex(file => new { file.OrganizationId, file.Id });
        entity.HasIndex(file => file.ExpiresAt);
        entity.HasOne<Organization>().WithMany().HasForeignKey(file => file.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
