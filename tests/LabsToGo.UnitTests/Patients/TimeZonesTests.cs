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

    private const string Office = "America/Halifax";
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
    public void A_zip_code_tells_the_zone(string zip, string expected) => Assert.Equal(expected, TimeZones.Find(null, zip, null, TollFree, Office));

    [Fact]
    public void The_surest_thing_that_is_known_decides()
    {
        const string SeattlePhone = "+12065550100";
        Assert.Equal("Europe/Paris", TimeZones.Find("Europe/Paris", "10001", "CO", SeattlePhone, Office));
        Assert.Equal("America/New_York", TimeZones.Find("", "10001", "CO", SeattlePhone, Office));
        Assert.Equal("America/Denver", TimeZones.Find("", null, "CO", SeattlePhone, Office));
        Assert.Equal("America/Los_Angeles", TimeZones.Find("", null, null, SeattlePhone, Office));
        Assert.Equal(Office, TimeZones.Find("", null, null, TollFree, Office));
    }

    [Theory]
    [InlineData("TX", "+19155550100", "America/Denver")]
    [InlineData("TX", "+12145550100", "America/Chicago")]
    [InlineData("TX", "+12125550100", "America/Chicago")]
    [InlineData("FL", "+13055550100", "America/New_York")]
    public void In_a_state_with_two_zones_the_area_code_decides_if_it_can(string state, string phone, string expected) =>
        Assert.Equal(expected, TimeZones.Find(null, null, state, phone, Office));

    [Theory]
    [InlineData("09001")]
    [InlineData("34001")]
    [InlineData("96201")]
    [InlineData("K1A 0B1")]
    public void A_code_that_says_nothing_of_the_place_is_passed_over(string code) => Assert.Equal(Office, TimeZones.Find(null, code, null, TollFree, Office));

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
            var zone = TimeZones.Find(null, $"{zip:D5}", null, TollFree, Office);
            return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
        });

    [Fact]
    public void Every_patient_has_a_zone() =>
        Gen.Select(Gen.Int[200, 999], Gen.Int[0, States.Length - 1], Gen.Int[0, Zips.Length - 1])
            .Sample(
                (area, state, zip) => TimeZoneInfo.TryFindSystemTimeZoneById(
                    TimeZones.Find(null, Zips[zip], States[state], $"+1{area}5550100", Office), out _));
}
