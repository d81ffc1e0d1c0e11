using System.Linq.Expressions;
using LabsToGo.Domain.Patients;

namespace LabsToGo.Api.Patients.Searching;

/// <summary>Patients in the order of one index, from where a cursor stands.</summary>
/// <param name="Matches">Which patients belong to it; a later list leaves out those of the lists before it.</param>
/// <param name="Ordered">In the index's order.</param>
/// <param name="After">The rows behind a cursor, as one comparison of the whole key, which the index answers.</param>
/// <param name="Keys">A row's sort keys, for the next cursor.</param>
internal sealed record PatientList(
    Expression<Func<Patient, bool>> Matches,
    Func<IQueryable<Patient>, IQueryable<Patient>> Ordered,
    Func<IQueryable<Patient>, SearchCursor, IQueryable<Patient>> After,
    Func<SearchRow, string[]> Keys,
    int KeyCount);
