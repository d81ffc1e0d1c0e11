using LabsToGo.Domain.Consent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class ConsentEventConfiguration : IEntityTypeConfiguration<ConsentEvent>
{
    public void Configure(EntityTypeBuilder<ConsentEvent> entity)
    {
        entity.ToTable("consent_events");
        entity.Property(consent => consent.Id).UseIdentityAlwaysColumn();
        entity.Property(consent => consent.Phone).HasMaxLength(16).UseCollation("C");
        entity.Property(consent => consent.Kind).IsStoredEnum();
        entity.HasStoredEnumCheck<ConsentEvent, ConsentKind>("kind");
        entity.Property(consent => consent.Source).IsStoredEnum();
        entity.HasStoredEnumCheck<ConsentEvent, ConsentSource>("source");
        entity.Property(consent => consent.WordingVersion).HasMaxLength(40);
        entity.Property(consent => consent.Note).HasMaxLength(200);

        // Undoing an import finds its lines here.
        entity.HasIndex(consent => consent.ImportId).HasFilter("import_id is not null");

        // What may still wait for a decision.
        entity.HasIndex(consent => new { consent.OrganizationId, consent.Id }).HasFilter("kind = 'held'");

        // The newest line of a number is found as the first entry of this index, without touching the table.
        entity.HasIndex(consent => new { consent.OrganizationId, consent.Phone, consent.Id })
            .IsDescending(false, false, true)
            .IncludeProperties(consent => consent.Kind);
    }
}
