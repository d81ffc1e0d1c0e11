namespace LabsToGo.Data.Consent;

/// <summary>The table <c>consent_events</c>, to which only lines are added.</summary>
public static class ConsentLedger
{
    /// <summary>
    /// Held until the transaction ends: nobody writes to the ledger between the look at a number's newest line and the line that follows from it, else a STOP
    /// that comes in just then would be followed, and so undone, by a consent. Its trigger (<c>consent_events_one_writer.sql</c>) takes the same lock.
    /// </summary>
    public const string Lock = "select pg_advisory_xact_lock(hashtext('consent_events'))";
}
