using System.Collections.Frozen;
using CsCheck;
using LabsToGo.Domain.Patients;

namespace LabsToGo.UnitTests.Patients;

public class TimeZoneNamesTests
{
    private static readonly FrozenSet<string> Known = TimeZoneInfo.GetSystemTimeZones()
        .Select(zone => zone.Id)
        .Where(name => name.Contains('/', StringComparison.Ordinal) && !name.StartsWith("Etc/", StringComparison.Ordinal))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [Theory]
    [InlineData("Eastern", "America/New_York")]
    [InlineData("Eastern Time", "America/New_York")]
    [InlineData("Eastern Standard Time", "America/New_York")]
    [InlineData("EASTERN DAYLIGHT TIME", "America/New_York")]
    [InlineData("Eastern Time (US & Canada)", "America/New_York")]
    [InlineData("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York")]
    [InlineData("(GMT-5) Eastern", "America/New_York")]
    [InlineData("UTC-05:00 Eastern Time", "America/New_York")]
    [InlineData("US Eastern", "America/New_York")]
    [InlineData("U.S. Eastern Time", "America/New_York")]
    [InlineData("E.S.T.", "America/New_York")]
    [InlineData("EST/EDT", "America/New_York")]
    [InlineData("ET - Eastern", "America/New_York")]
    [InlineData("Eastern Standard Time (EST)", "America/New_York")]
    [InlineData("EST5EDT", "America/New_York")]
    [InlineData("US/Eastern", "America/New_York")]
    [InlineData("America/New York", "America/New_York")]
    [InlineData("america/new_york", "America/New_York")]
    [InlineData("America/New_York (EST)", "America/New_York")]
    [InlineData("(GMT-05:00) Eastern Time - New York", "America/New_York")]
    [InlineData("New York", "America/New_York")]
    [InlineData("Eastern (New York)", "America/New_York")]
    [InlineData("America / New_York", "America/New_York")]
    [InlineData("America\\New_York", "America/New_York")]
    [InlineData("America/Indianapolis", "America/Indiana/Indianapolis")]
    [InlineData("America/Louisville", "America/Kentucky/Louisville")]
    [InlineData("Central Standard Time", "America/Chicago")]
    [InlineData("(UTC-06:00) Central Time (US & Canada)", "America/Chicago")]
    [InlineData("Mountain Standard Time", "America/Denver")]
    [InlineData("Mountain Time - Phoenix", "America/Phoenix")]
    [InlineData("(UTC-07:00) Arizona", "America/Phoenix")]
    [InlineData("US/Arizona", "America/Phoenix")]
    [InlineData("US Mountain Standard Time", "America/Phoenix")]
    [InlineData("MST (no DST)", "America/Phoenix")]
    [InlineData("Mountain Time (Arizona)", "America/Phoenix")]
    [InlineData("Pacific Standard Time", "America/Los_Angeles")]
    [InlineData("Alaskan Standard Time", "America/Anchorage")]
    [InlineData("Hawaiian Standard Time", "Pacific/Honolulu")]
    [InlineData("(UTC-10:00) Hawaii", "Pacific/Honolulu")]
    [InlineData("US/Aleutian", "America/Adak")]
    [InlineData("Aleutian Standard Time", "America/Adak")]
    [InlineData("US/East-Indiana", "America/Indiana/Indianapolis")]
    [InlineData("US Eastern Standard Time", "America/Indiana/Indianapolis")]
    [InlineData("(UTC-05:00) Indiana (East)", "America/Indiana/Indianapolis")]
    [InlineData("US/Indiana-Starke", "America/Indiana/Knox")]
    [InlineData("US/Michigan", "America/Detroit")]
    [InlineData("US/Samoa", "Pacific/Pago_Pago")]
    [InlineData("Newfoundland", "America/St_Johns")]
    [InlineData("Newfoundland Standard Time", "America/St_Johns")]
    [InlineData("Atlantic Time", "America/Puerto_Rico")]
    [InlineData("Atlantic Time (Canada)", "America/Halifax")]
    [InlineData("Atlantic Standard Time", "America/Halifax")]
    [InlineData("Canada/Central", "America/Winnipeg")]
    [InlineData("Canada Central Standard Time", "America/Regina")]
    [InlineData("Eastern Standard Time (Mexico)", "America/Cancun")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("w. europe standard time", "Europe/Berlin")]
    public void A_zone_has_many_names(string input, string expected)
    {
        Assert.True(TimeZones.TryNormalize(input, Known, out var zone));
        Assert.Equal(expected, zone);
    }

    [Theory]
    [InlineData("MST", "AZ", null, "America/Phoenix")]
    [InlineData("Mountain", "AZ", null, "America/Phoenix")]
    [InlineData("Mountain Standard Time", "AZ", null, "America/Phoenix")]
    [InlineData("(UTC-07:00) Mountain Time (US & Canada)", "AZ", null, "America/Phoenix")]
    [InlineData("US/Mountain", "AZ", null, "America/Phoenix")]
    [InlineData("Mountain", null, "85001", "America/Phoenix")]
    [InlineData("Mountain", "AZ", "86515", "America/Denver")]
    [InlineData("Mountain Daylight Time", "AZ", null, "America/Denver")]
    [InlineData("America/Denver", "AZ", null, "America/Denver")]
    [InlineData("Mountain", "CO", null, "America/Denver")]
    [InlineData("Mountain", "ID", null, "America/Denver")]
    [InlineData("Pacific", "AZ", null, "America/Los_Angeles")]
    [InlineData("Central", "SK", null, "America/Regina")]
    [InlineData("AST", "NS", null, "America/Halifax")]
    [InlineData("Atlantic Standard Time", "PR", null, "America/Puerto_Rico")]
    [InlineData("Hawaii-Aleutian", null, "99546", "America/Adak")]
    public void A_name_means_the_zone_of_the_place_where_it_is_said(string input, string? state, string? postalCode, string expected)
    {
        Assert.True(TimeZones.TryNormalize(input, Known, out var zone, state, postalCode));
        Assert.Equal(expected, zone);
    }

    [Theory]
    [InlineData("GMT-5")]
    [InlineData("UTC-05:00")]
    [InlineData("(UTC-05:00)")]
    [InlineData("-5")]
    [InlineData("Eastern, Central")]
    [InlineData("EST or CST")]
    [InlineData("Etc/GMT+5")]
    [InlineData("America/Nowhere")]
    [InlineData("Summer Time")]
    public void An_offset_or_two_zones_are_none(string input) => Assert.False(TimeZones.TryNormalize(input, Known, out _));

    [Fact]
    public void Only_zones_that_there_are_come_out() =>
        Gen.String.Sample(text => !TimeZones.TryNormalize(text, Known, out var zone) || zone.Length == 0 || Known.Contains(zone));

    [Fact]
    public void All_that_the_names_mean_are_zones_that_there_are() => Assert.Equal([], TimeZoneNames.All.Except(Known));
}
