using LabsToGo.Domain.Messages.Segments;

namespace LabsToGo.ReferenceTests.Segments;

public sealed class SegmentTests
{
    public static IEnumerable<TheoryDataRow<int, string>> Vectors =>
        SegmentVector.All.Select((vector, number) => new TheoryDataRow<int, string>(number, vector.Tag));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_text_takes_as_many_segments_as_the_reference_says(int number, string tag)
    {
        var vector = SegmentVector.All[number];

        var count = SegmentCounter.Count(vector.FullText, vector.Smart);

        Assert.Equal(
            (tag, vector.Encoding, vector.Segments, vector.Units, string.Join(',', vector.UnitsPerSegment)),
            (tag, count.Encoding is SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2", count.Segments, count.Units, string.Join(',', count.UnitsPerSegment)));
    }

    [Fact]
    public void The_quick_count_is_the_full_count()
    {
        Assert.All(
            SegmentVector.All.Where(vector => !vector.Smart),
            vector => Assert.Equal(vector.Segments, SegmentCounter.CountSegments(vector.FullText)));
    }

    [Fact]
    public void There_are_vectors() => Assert.NotEmpty(SegmentVector.All);
}
