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
        // and a function is none. Collation "C" makes a prefix a range. The end of a number is the beginning of the number read backwards.
        Key("FirstNameKey", PlainName.Longest, "plain_name(first_name)");
        Key("LastNameKey", PlainName.Longest, "plain_name(last_name)");
        Key("PhoneBackwards", 16, "reverse(phone)");
        entity.HasIndex("OrganizationId", "LastNameKey", "FirstNameKey", "Id");
        entity.HasIndex("OrganizationId", "FirstNameKey", "LastNameKey", "Id");
        entity.HasIndex("OrganizationId", "PhoneBackwards", "Id");

        entity.HasIndex(patient => new { patient.OrganizationId, patient.Id });
        entity.HasIndex(patient => new { patient.OrganizationId, patient.ExternalId }).IsUnique().HasFilter("external_id is not null");
        entity.HasIndex(patient => new { patient.OrganizationId, patient.Phone, patient.Id });
        entity.HasIndex(patient => patient.ErasureDueAt).HasFilter("erasure_due_at is not null");

        void Key(string name, int most, string sql) =>
            entity.Property<string>(name).HasMaxLength(most).UseCollation("C").HasComputedColumnSql(sql, stored: true).IsRequired();
    }
}
