using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class PatientConfiguration : IEntityTypeConfiguration<Patient>
{
    public void Configure(EntityTypeBuilder<Patient> entity)
    {
        entity.ToTable("patients");
        entity.Property(patient => patient.Id).ValueGeneratedNever();
        entity.Ignore(patient => patient.Name);
        entity.Property(patient => patient.ExternalId).HasMaxLength(64).UseCollation("C");
        entity.Property(patient => patient.FirstName).HasMaxLength(100);
        entity.Property(patient => patient.LastName).HasMaxLength(100);
        entity.Property(patient => patient.Phone).HasMaxLength(16).UseCollation("C");
        entity.Property(patient => patient.City).HasMaxLength(100);
        entity.Property(patient => patient.State).HasMaxLength(2);
        entity.Property(patient => patient.PostalCode).HasMaxLength(10);
        entity.Property(patient => patient.TimeZone).HasMaxLength(FoundTimeZone.Longest);
        entity.Property(patient => patient.Deceased).HasDefaultValue(false);
        entity.Property(patient => patient.TimeZoneBasis).HasDefaultValue(TimeZoneBasis.Phone);

        // Search keys of their own: under row-level security an index serves only leakproof comparisons of plain columns,
        // and lower() is none. Collation "C" makes a prefix a range.
        entity.Property<string>("FirstNameKey").HasMaxLength(100).UseCollation("C").HasComputedColumnSql("lower(first_name)", stored: true).IsRequired();
        entity.Property<string>("LastNameKey").HasMaxLength(100).UseCollation("C").HasComputedColumnSql("lower(last_name)", stored: true).IsRequired();
        entity.HasIndex("OrganizationId", "LastNameKey", "FirstNameKey", "Id");
        entity.HasIndex("OrganizationId", "FirstNameKey", "LastNameKey", "Id");

        entity.HasIndex(patient => new { patient.OrganizationId, patient.Id });
        entity.HasIndex(patient => new { patient.OrganizationId, patient.ExternalId }).IsUnique().HasFilter("external_id is not null");
        entity.HasIndex(patient => new { patient.OrganizationId, patient.Phone, patient.Id });
        entity.HasIndex(patient => patient.ErasureDueAt).HasFilter("erasure_due_at is not null");
    }
}
