using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class PatientImportChangeConfiguration : IEntityTypeConfiguration<PatientImportChange>
{
    public void Configure(EntityTypeBuilder<PatientImportChange> entity)
    {
        entity.ToTable("patient_import_changes");
        entity.HasKey(change => new { change.ImportId, change.PatientId });
        entity.Property(change => change.Before).HasColumnType("jsonb");
        entity.Property(change => change.Kept).IsStoredEnum();
        entity.HasStoredEnumCheck<PatientImportChange, ImportKeptReason>("kept");
        // Erasing a patient finds them here.
        entity.HasIndex(change => change.PatientId);
        entity.HasOne<PatientImport>().WithMany().HasForeignKey(change => change.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
