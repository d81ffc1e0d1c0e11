using System.Collections.Frozen;
using CsCheck;
using LabsToGo.Domain.Patients;

namespace LabsToGo.UnitTests.Patients;

public class TimeZonesTests
{
    private static readonly string?[] States = [null, "TX", "NY", "AE", "??"];

    private static readonly string?[] Zips = [null, "", "10001", "00000"];

    private static readonly FrozenSet<string> Known =
        new[] { "America/New_York", "America/Indiana/Knox", "Europe/Paris" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const string TollFree = "+18005550100";

    [Theory]
    [InlineData("10001", "America/New_York")]
    [InlineData("10001-1234", "America/New_York")]
    [InlineData("02108", "America/New_York")]
    [InlineData("32301", "America/New_York")]
    [InlineData("32502", "America/Chicago")]
    [InlineData("37402", "America/New_York")]
    [InlineData("37203", "America/Chicago")]
    [InlineData("42101", "America/Chicago")]
    [InlineData("40202", "America/New_York")]
    [InlineData("46204", "America/Indiana/Indianapolis")]
    [InlineData("46402", "America/Chicago")]
    [InlineData("47708", "America/Chicago")]
    [InlineData("48226", "America/Detroit")]
    [InlineData("49938", "America/Chicago")]
    [InlineData("57701", "America/Denver")]
    [InlineData("58601", "America/Denver")]
    [InlineData("67735", "America/Denver")]
    [InlineData("69361", "America/Denver")]
    [InlineData("78701", "America/Chicago")]
    [InlineData("79901", "America/Denver")]
    [InlineData("83702", "America/Boise")]
    [InlineData("83814", "America/Los_Angeles")]
    [InlineData("85004", "America/Phoenix")]
    [InlineData("86515", "America/Denver")]
    [InlineData("89101", "America/Los_Angeles")]
    [InlineData("89883", "America/Denver")]
    [InlineData("97914", "America/Boise")]
    [InlineData("98101", "America/Los_Angeles")]
    [InlineData("99501", "America/Anchorage")]
    [InlineData("96813", "Pacific/Honolulu")]
    [InlineData("96799", "Pacific/Pago_Pago")]
    [InlineData("96910", "Pacific/Guam")]
    [InlineData("00901", "America/Puerto_Rico")]
    public void A_zip_code_tells_the_zone(string zip, string expected) => Assert.Equal(expected, TimeZones.Find(null, zip, null, TollFree).Zones);

    [Fact]
    public void The_surest_thing_that_is_known_decides()
    {
        const string SeattlePhone = "+12065550100";
        Assert.Equal(new("Europe/Paris", TimeZoneBasis.Given), TimeZones.Find("Europe/Paris", "10001", "CO", SeattlePhone));
        Assert.Equal(new("America/New_York", TimeZoneBasis.PostalCode), TimeZones.Find("", "10001", "CO", SeattlePhone));
        Assert.Equal(new("America/Denver", TimeZoneBasis.State), TimeZones.Find("", null, "CO", SeattlePhone));
        Assert.Equal(new("America/Los_Angeles", TimeZoneBasis.Phone), TimeZones.Find("", null, null, SeattlePhone));
        Assert.Equal(new("", TimeZoneBasis.Phone), TimeZones.Find("", null, null, TollFree));
    }

    [Theory]
    [InlineData("TX", "+19155550100", "America/Denver")]
    [InlineData("TX", "+12145550100", "America/Chicago")]
    [InlineData("TX", "+12125550100", "America/Chicago,America/Denver")]
    [InlineData("TX", TollFree, "America/Chicago,America/Denver")]
    [InlineData("FL", "+13055550100", "America/New_York")]
    [InlineData("FL", "+18505550100", "America/New_York,America/Chicago")]
    [InlineData("IN", "+12195550100", "America/Indiana/Indianapolis,America/Chicago")]
    [InlineData("IN", "+18125550100", "America/Indiana/Indianapolis,America/Chicago")]
    [InlineData("IN", "+13175550100", "America/Indiana/Indianapolis")]
    [InlineData("IN", "+13125550100", "America/Chicago")]
    [InlineData("MI", "+13135550100", "America/Detroit")]
    [InlineData("MI", "+19065550100", "America/Detroit,America/Chicago")]
    [InlineData("KY", "+15025550100", "America/New_York")]
    [InlineData("KY", "+12705550100", "America/New_York,America/Chicago")]
    [InlineData("TN", "+14235550100", "America/Chicago,America/New_York")]
    [InlineData("ND", "+17015550100", "America/Chicago,America/Denver")]
    [InlineData("SD", "+16055550100", "America/Chicago,America/Denver")]
    [InlineData("ID", "+12085550100", "America/Boise,America/Los_Angeles")]
    [InlineData("NV", "+17755550100", "America/Los_Angeles,America/Denver")]
    [InlineData("NV", "+17025550100", "America/Los_Angeles")]
    [InlineData("NE", "+13085550100", "America/Chicago,America/Denver")]
    [InlineData("ON", "+14165550100", "America/Toronto")]
    [InlineData("ON", "+18075550100", "America/Toronto,America/Winnipeg")]
    [InlineData("ON", TollFree, "America/Toronto,America/Winnipeg")]
    [InlineData("NL", "+17095550100", "America/St_Johns,America/Goose_Bay")]
    [InlineData("BC", "+16045550100", "America/Vancouver")]
    [InlineData("SK", "+12125550100", "America/Regina")]
    public void In_a_state_with_two_zones_the_area_code_decides_and_otherwise_both_are_possible(string state, string phone, string expected) =>
        Assert.Equal(expected, TimeZones.Find(null, null, state, phone).Zones);

    [Theory]
    [InlineData("09001")]
    [InlineData("34001")]
    [InlineData("96201")]
    [InlineData("K1A 0B1")]
    public void A_code_that_says_nothing_of_the_place_is_passed_over(string code) =>
        Assert.Equal(new("America/New_York", TimeZoneBasis.Phone), TimeZones.Find(null, code, null, "+12125550100"));

    [Theory]
    [InlineData("america/new_york", "America/New_York")]
    [InlineData("AMERICA/INDIANA/KNOX", "America/Indiana/Knox")]
    [InlineData("Eastern", "America/New_York")]
    [InlineData("pst", "America/Los_Angeles")]
    [InlineData(" US/Central ", "America/Chicago")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_zone_may_be_named_in_several_ways(string? input, string expected)
    {
        Assert.True(TimeZones.TryNormalize(input, Known, out var zone));
        Assert.Equal(expected, zone);
    }

    [Theory]
    [InlineData("Mars/Base")]
    [InlineData("America/Nowhere")]
    [InlineData("America//New_York")]
    [InlineData("America/New_York/")]
    [InlineData("./America/New_York")]
    [InlineData("Europe/Berlin")]
    [InlineData("../../etc/passwd")]
    [InlineData("America/../../../etc/passwd")]
    [InlineData("GMT+5")]
    public void What_is_no_zone_is_refused(string input) => Assert.False(TimeZones.TryNormalize(input, Known, out _));

    [Fact]
    public void Every_zip_code_has_a_zone_that_exists_or_none() =>
        Gen.Int[0, 99_999].Sample(zip =>
        {
            var zone = TimeZones.Find(null, $"{zip:D5}", null, TollFree).Zones;
            return zone.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
        });

    /// <summary>In North Dakota are Central and Mountain, in Alaska one that few remember, and behind a toll-free number anybody.</summary>
    [Theory]
    [InlineData("+17015550100", "America/Denver,America/North_Dakota/Center")]
    [InlineData("+19075550100", "America/Adak,America/Anchorage")]
    [InlineData("+12085550100", "America/Boise,America/Los_Angeles")]
    [InlineData("+12195550100", "America/Chicago,America/Indiana/Indianapolis")]
    [InlineData("+18005550100", "")]
    [InlineData("+18335550100", "")]
    public void Of_an_area_code_in_several_zones_all_are_possible(string phone, string expected) =>
        Assert.Equal(expected, TimeZones.Find(null, null, null, phone).Zones);

    [Fact]
    public void Whatever_is_known_gives_zones_that_exist_and_fit() =>
        Gen.Select(Gen.Int[200, 999], Gen.Int[0, States.Length - 1], Gen.Int[0, Zips.Length - 1])
            .Sample(
                (area, state, zip) => TimeZones.Find(null, Zips[zip], States[state], $"+1{area}5550100").Zones is { Length: <= FoundTimeZone.Longest } zones
                    && zones.Split(',', StringSplitOptions.RemoveEmptyEntries).All(zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)));

    [Fact]
    public void Zones_of_one_name_have_the_same_hours_all_year() =>
        Assert.All(TimeZoneNames.All.Concat(["America/Boise", "America/Kentucky/Louisville", "America/North_Dakota/Center", "America/Goose_Bay"]), zone =>
        {
            var (one, other) = (TimeZoneInfo.FindSystemTimeZoneById(zone), TimeZoneInfo.FindSystemTimeZoneById(SameHours.NameOf(zone)));
            var noon = new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);
            Assert.All(Enumerable.Range(0, 365), day => Assert.Equal(other.GetUtcOffset(noon.AddDays(day)), one.GetUtcOffset(noon.AddDays(day))));
        });
}
