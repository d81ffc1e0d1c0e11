namespace LabsToGo.Domain.Messages.Segments;

public enum SmsEncoding
{
    /// <summary>GSM 03.38: 160 septets in one segment, 153 in each of several.</summary>
    Gsm7,

    /// <summary>UTF-16 code units: 70 in one segment, 67 in each of several.</summary>
    Ucs2,
}
