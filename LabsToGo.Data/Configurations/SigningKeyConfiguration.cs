using LabsToGo.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

internal sealed class SigningKeyConfiguration : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> entity)
    {
        entity.ToTable("signing_keys");
        entity.Property(key => key.Id).ValueGeneratedNever();
        // Processes that find no next key at the same moment make one between them.
        entity.HasIndex(key => key.SignsFrom).IsUnique();
    }
}
