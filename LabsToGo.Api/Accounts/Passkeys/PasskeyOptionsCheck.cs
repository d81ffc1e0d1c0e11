using Microsoft.Extensions.Options;

namespace LabsToGo.Api.Accounts.Passkeys;

internal sealed class PasskeyOptionsCheck : IValidateOptions<PasskeyOptions>
{
    public ValidateOptionsResult Validate(string? name, PasskeyOptions options) =>
        options.Problem() is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
}
