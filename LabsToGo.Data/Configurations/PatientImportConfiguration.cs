using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Files;
using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class PatientImportConfiguration : IEntityTypeConfiguration<PatientImport>
{
    public void Configure(EntityTypeBuilder<PatientImport> entity)
    {
        entity.ToTable("patient_imports");
        entity.Property(import => import.Id).ValueGeneratedNever();
        entity.Property(import => import.FileName).HasMaxLength(200);
        entity.Property(import => import.Status).IsStoredEnum();
        entity.HasStoredEnumCheck<PatientImport, ImportStatus>("status");
        entity.Property(import => import.Error).HasMaxLength(1000);
        entity.Property(import => import.Columns).HasColumnType("jsonb");
        entity.Property(import => import.Review).HasDefaultValue(false);
        entity.Property(import => import.Unchanged).HasDefaultValue(0L);
        entity.Property(import => import.Remarks).HasDefaultValue(0L);
        entity.Property(import => import.OptedOut).HasDefaultValue(0L);
        entity.Property(import => import.Consented).HasDefaultValue(0L);
        entity.HasOne<StoredFile>().WithMany().HasForeignKey(import => import.FileId).OnDelete(DeleteBehavior.SetNull);
        entity.HasIndex(import => new { import.OrganizationId, import.Id });
    }
}
