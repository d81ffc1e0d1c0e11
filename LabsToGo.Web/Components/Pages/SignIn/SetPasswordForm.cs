using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Web.Components.Pages.SignIn;

public sealed class SetPasswordForm
{
    [Required]
    [StringLength(256)]
    public string Token { get; set; } = "";

    [Required(ErrorMessage = "Enter a new password.")]
    [StringLength(256)]
    public string Password { get; set; } = "";

    [Compare(nameof(Password), ErrorMessage = "The two passwords are not the same.")]
    public string Again { get; set; } = "";
}
