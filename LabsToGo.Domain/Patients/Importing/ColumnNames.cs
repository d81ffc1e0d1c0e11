using System.Collections.Frozen;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>How laboratories' systems and people's spreadsheets call the columns, the likeliest first where a file has several for one field.</summary>
public static class ColumnNames
{
    private static readonly (PatientField Field, string Names)[] Table =
    [
        (PatientField.Phone,
            "mobilephone mobilephonenumber mobilenumber mobile cellphone cellphonenumber cellularphone cellnumber cell smsphone smsnumber sms textnumber " +
            "phonemobile phonecell phone phonenumber phoneno telephone telephonenumber telephoneno tel patientphone patientphonenumber primaryphone " +
            "contactphone contactnumber phone1 e164 homephone phonehome daytimephone"),
        (PatientField.FirstName, "firstname first fname givenname given forename patientfirstname patientfirst firstnm"),
        (PatientField.LastName, "lastname last lname surname familyname family patientlastname patientlast lastnm"),
        (PatientField.FullName, "fullname patientname name patient patientfullname"),
        (PatientField.DateOfBirth, "dateofbirth dob birthdate birthday birth born patientdob patientdateofbirth"),
        (PatientField.City, "city town patientcity homecity"),
        (PatientField.State, "state statecode st province region patientstate homestate"),
        (PatientField.PostalCode, "zip zipcode postalcode postcode postal zip5 patientzip patientzipcode homezip"),
        (PatientField.TimeZone, "timezone tz timezoneid timezonename ianatimezone"),
        (PatientField.ExternalId,
            "externalid mrn patientid patientnumber patientno medicalrecordnumber medicalrecordno " +
            "medicalrecord recordnumber chartnumber chartno chartid emrid ehrid "
            + "accountnumber accountno clientid externalpatientid patientexternalid id"),
    ];

    private static readonly FrozenDictionary<string, (PatientField Field, int Rank)> Fields = Table
        .SelectMany(entry => entry.Names.Split(' ').Select((name, rank) => (name, entry.Field, rank)))
        .ToFrozenDictionary(entry => entry.name, entry => (entry.Field, entry.rank), StringComparer.Ordinal);

    /// <summary>They tell nothing of what is in a column.</summary>
    private static readonly FrozenSet<string> Fillers =
        FrozenSet.ToFrozenSet("the of patient patients pt client primary main best current preferred legal your s".Split(' '), StringComparer.Ordinal);

    /// <param name="rank">The smaller, the likelier it is the right one of several columns.</param>
    public static bool TryFind(string header, out PatientField field, out int rank)
    {
        var words = HeaderWords.Of(header);
        var found = Fields.TryGetValue(words.Replace(" ", "", StringComparison.Ordinal), out var entry)
            || Fields.TryGetValue(string.Concat(words.Split(' ').Where(word => !Fillers.Contains(word)).Select(Spelled)), out entry);
        (field, rank) = entry;
        return found;
    }

    /// <summary>As the table has it.</summary>
    private static string Spelled(string word) => word switch
    {
        "no" or "num" or "nbr" or "numbers" => "number",
        "ph" or "phones" => "phone",
        "mob" or "handphone" or "handy" => "mobile",
        "cellular" => "cell",
        _ => word,
    };
}
