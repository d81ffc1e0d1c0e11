namespace LabsToGo.Domain.Messages.Segments;

/// <summary>How a text travels.</summary>
/// <param name="Segments">Parts that are billed, and that count against the sender's rate; at least 1.</param>
/// <param name="Units">Septets (GSM-7, extension characters 2) or UTF-16 code units (UCS-2), headers excluded.</param>
/// <param name="UnitsPerSegment">The same for each segment.</param>
public sealed record SegmentCount(SmsEncoding Encoding, int Segments, int Units, IReadOnlyList<int> UnitsPerSegment);
