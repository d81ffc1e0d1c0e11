using LabsToGo.Domain.Patients;

namespace LabsToGo.UnitTests.Patients;

/// <summary><c>person-names.csv</c>: whether two names on one phone may be one person's.</summary>
public class PersonNameTests
{
    public static TheoryData<string, string, string, string, string> Cases =>
        [.. CaseTable.Read("Patients.person-names.csv").Select(row => (row[0], row[1], row[2], row[3], row[4]))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Names_agree_apart_from_case_accents_and_order(string first, string last, string otherFirst, string otherLast, string agree)
    {
        var (one, other) = (new PersonName(first, last), new PersonName(otherFirst, otherLast));
        Assert.Equal(agree == "yes", one.AgreesWith(other));
        Assert.Equal(agree == "yes", other.AgreesWith(one));
    }
}
