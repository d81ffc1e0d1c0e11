using System.Collections.Frozen;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>How laboratories' systems and people's spreadsheets call the columns, the likeliest first where a file has several for one field.</summary>
public static class ColumnNames
{
    private static readonly (PatientField Field, string Names)[] Table =
    [
        (PatientField.Phone,
            "mobilephone mobilephonenumber mobilenumber mobile cellphone cellphonenumber cellularphone cellnumber cell smsphone smsnumber sms textnumber " +
            "phonemobile phonecell "
            + "phone phonenumber phoneno telephone telephonenumber telephoneno tel patientphone patientphonenumber primaryphone contactphone contactnumber " +
                "phone1 e164 homephone phonehome daytimephone"),
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
        (PatientField.Consent,
            "consent smsconsent textconsent consentsms consenttotext consenttotexts consentgiven optin smsoptin textoptin optedin oktotext okaytotext cantext"),
        (PatientField.OptOut, "optout optedout smsoptout textoptout donottext donottexts dnt nosms notext stop"),
    ];

    private static readonly FrozenDictionary<string, (PatientField Field, int Rank)> Fields = Table
        .SelectMany(entry => entry.Names.Split(' ').Select((name, rank) => (name, entry.Field, rank)))
        .ToFrozenDictionary(entry => entry.name, entry => (entry.Field, entry.rank), StringComparer.Ordinal);

    /// <param name="rank">The smaller, the likelier it is the right one of several columns.</param>
    public static bool TryFind(string header, out PatientField field, out int rank)
    {
        var name = string.Concat(header.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
        var found = Fields.TryGetValue(name, out var entry);
        (field, rank) = entry;
        return found;
    }
}
