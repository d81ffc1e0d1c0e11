namespace LabsToGo.Domain.Patients;

internal enum PhonePartKind
{
    Number,
    Word,
    Mark,
}
