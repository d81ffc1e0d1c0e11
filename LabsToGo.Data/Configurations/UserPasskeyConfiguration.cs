using LabsToGo.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabsToGo.Data.Configurations;

/// <summary>
/// Said here, since Identity's own model has passkeys in its third version only, and asks for that through services which a migration has not.
/// </summary>
internal sealed class UserPasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> entity)
    {
        entity.ToTable("user_passkeys");
        entity.HasKey(passkey => passkey.CredentialId);
        // WebAuthn: a credential id has 1023 bytes at most.
        entity.Property(passkey => passkey.CredentialId).HasMaxLength(1023);
        entity.OwnsOne(passkey => passkey.Data).ToJson();
        entity.HasOne<User>().WithMany().HasForeignKey(passkey => passkey.UserId);
    }
}
