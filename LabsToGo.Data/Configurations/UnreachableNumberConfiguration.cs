using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class UnreachableNumberConfiguration : IEntityTypeConfiguration<UnreachableNumber>
{
    public void Configure(EntityTypeBuilder<UnreachableNumber> entity)
    {
        entity.ToTable("unreachable_numbers");
        entity.HasKey(number => new { number.OrganizationId, number.Phone });
        entity.Property(number => number.Phone).HasMaxLength(16).UseCollation("C");
    }
}
