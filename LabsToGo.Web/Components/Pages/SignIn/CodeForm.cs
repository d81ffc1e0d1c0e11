using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Web.Components.Pages.SignIn;

public sealed class CodeForm
{
    [Required]
    [StringLength(2000)]
    public string Challenge { get; set; } = "";

    [StringLength(40)]
    public string? Code { get; set; }

    [StringLength(40)]
    public string? RecoveryCode { get; set; }

    /// <summary>Whichever was filled in.</summary>
    public string Typed => string.IsNullOrWhiteSpace(RecoveryCode) ? Code?.Trim() ?? "" : RecoveryCode.Trim();
}
