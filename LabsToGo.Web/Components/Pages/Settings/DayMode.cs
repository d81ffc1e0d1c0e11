namespace LabsToGo.Web.Components.Pages.Settings;

public enum DayMode
{
    Hours,
    AllDay,
    Closed,
}
