using MudBlazor;

namespace LabsToGo.Web.Components.Layout;

/// <summary>Deep teal on cool greys: calm, clinical, and at least 4.5:1 for every text on its ground, in light and dark.</summary>
internal static class LabTheme
{
    private static readonly string[] Fonts =
        ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Helvetica Neue", "Arial", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Light(),
        PaletteDark = Dark(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px", DrawerWidthLeft = "232px", AppbarHeight = "60px" },
        Typography = Type(),
    };

    private static PaletteLight Light() => new()
    {
        Primary = "#0b6e75",
        Secondary = "#3d5a73",
        Tertiary = "#6a5b9a",
        Info = "#1f6aa5",
        Success = "#217a4b",
        Warning = "#9a5b00",
        Error = "#b3261e",
        Dark = "#24363d",
        Background = "#f3f6f7",
        BackgroundGray = "#e9eef0",
        Surface = "#ffffff",
        TextPrimary = "#16262c",
        TextSecondary = "#4d6068",
        TextDisabled = "#7c8b92",
        ActionDefault = "#4d6068",
        AppbarBackground = "#ffffff",
        AppbarText = "#16262c",
        DrawerBackground = "#0d3239",
        DrawerText = "#d5e6e7",
        DrawerIcon = "#9cc6c8",
        LinesDefault = "#dde5e8",
        LinesInputs = "#8c9ca3",
        TableLines = "#e4eaed",
        TableHover = "#eef4f5",
        Divider = "#dde5e8",
    };

    private static PaletteDark Dark() => new()
    {
        Primary = "#5cc4c4",
        PrimaryContrastText = "#06282b",
        Secondary = "#9bb6ca",
        SecondaryContrastText = "#0f1c24",
        Tertiary = "#b9abe6",
        TertiaryContrastText = "#1d1735",
        Info = "#7dbcea",
        InfoContrastText = "#08223a",
        Success = "#6fce98",
        SuccessContrastText = "#06281a",
        Warning = "#f0b35c",
        WarningContrastText = "#2e1c00",
        Error = "#f28b82",
        ErrorContrastText = "#3a0906",
        Dark = "#c5d3d8",
        DarkContrastText = "#10191d",
        Background = "#0f181c",
        BackgroundGray = "#0b1316",
        Surface = "#172328",
        TextPrimary = "#e4edef",
        TextSecondary = "#a3b5bb",
        TextDisabled = "#72848b",
        ActionDefault = "#a3b5bb",
        AppbarBackground = "#172328",
        AppbarText = "#e4edef",
        DrawerBackground = "#0b2429",
        DrawerText = "#d5e6e7",
        DrawerIcon = "#8ebcbf",
        LinesDefault = "#2a3a40",
        LinesInputs = "#6b7f87",
        TableLines = "#25343a",
        TableHover = "#1d2c32",
        Divider = "#2a3a40",
    };

    private static Typography Type() => new()
    {
        Default = new DefaultTypography { FontFamily = Fonts, FontSize = ".9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
        H4 = new H4Typography { FontFamily = Fonts, FontSize = "1.55rem", FontWeight = "650", LineHeight = "1.25", LetterSpacing = "-.01em" },
        H5 = new H5Typography { FontFamily = Fonts, FontSize = "1.2rem", FontWeight = "650", LineHeight = "1.3", LetterSpacing = "normal" },
        H6 = new H6Typography { FontFamily = Fonts, FontSize = "1.02rem", FontWeight = "650", LineHeight = "1.35", LetterSpacing = "normal" },
        Button = new ButtonTypography { FontFamily = Fonts, FontSize = ".9rem", FontWeight = "600", LetterSpacing = "normal", TextTransform = "none" },
        Body1 = new Body1Typography { FontFamily = Fonts, FontSize = ".9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Body2 = new Body2Typography { FontFamily = Fonts, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Caption = new CaptionTypography { FontFamily = Fonts, FontSize = ".8rem", LineHeight = "1.45", LetterSpacing = "normal" },
    };
}
