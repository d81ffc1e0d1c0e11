using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class PatientImportErrorConfiguration : IEntityTypeConfiguration<PatientImportError>
{
    public void Configure(EntityTypeBuilder<PatientImportError> entity)
    {
        entity.ToTable("patient_import_errors");
        entity.HasKey(error => new { error.ImportId, error.Number });
        entity.Property(error => error.Column).HasMaxLength(200);
        entity.Property(error => error.Reason).HasMaxLength(400);
        entity.Property(error => error.Refused).HasDefaultValue(true);
        entity.HasOne<PatientImport>().WithMany().HasForeignKey(error => error.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
