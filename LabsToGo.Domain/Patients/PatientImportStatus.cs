namespace LabsToGo.Domain.Patients;

public enum PatientImportStatus
{
    Waiting,
    Running,
    Completed,
    Failed,
}
