using LabsToGo.Data.Consent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class CurrentConsentConfiguration : IEntityTypeConfiguration<CurrentConsent>
{
    public void Configure(EntityTypeBuilder<CurrentConsent> entity)
    {
        // The result of a function, in no table.
        entity.HasNoKey().ToTable((string?)null);
        entity.Property(consent => consent.Kind).IsStoredEnum();
    }
}
