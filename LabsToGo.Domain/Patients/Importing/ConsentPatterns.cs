using System.Text.RegularExpressions;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What words in a column's name, or in a value, are about. They are matched with words in lower case and one space between two.</summary>
internal static partial class ConsentPatterns
{
    [GeneratedRegex(@"deceas|\bdead\b|\bdied\b|\bdeath\b|\bdod\b|\bpassed away\b|\bfallecid|\bdifunt|^expired$|\bpatient expired\b")]
    public static partial Regex Death { get; }

    [GeneratedRegex(@"^((patient|pt|client|member|account|acct|contact|person|vital|life|living|record) )*status$")]
    public static partial Regex Status { get; }

    [GeneratedRegex(@"te?xt(s|ed|ing)?\b|\bte?xt|sms|\bmms\b|messag|\bmsgs?\b|\btcpa\b|mensaje")]
    public static partial Regex Texting { get; }

    /// <summary>On an answering machine.</summary>
    [GeneratedRegex(@"\bleav(e|ing)\b|voice")]
    public static partial Regex LeavingMessages { get; }

    /// <summary>What is said of calls and of contact in general may hold for texts as well.</summary>
    [GeneratedRegex(
        @"\bcall|\bcontact|\bphone|\btelephone|\bcommunicat|\bdisturb|\bsolicit|\bmarket|\bremind|\bnotif|\balert|\brobo|\boutreach|\bllamar|" +
        @"\bcontactar")]
    public static partial Regex Calling { get; }

    [GeneratedRegex(@"\bmobile|\bcell")]
    public static partial Regex Mobile { get; }

    [GeneratedRegex(@"\b(contact|communicat\w*|reminders?|notifications?)\b(?!.*\b(phone|number|no|name|time|language|person|hours?)\b)")]
    public static partial Regex Contact { get; }

    /// <summary>Matters of which a yes or no says nothing of texts.</summary>
    [GeneratedRegex(
        @"\be ?mail|\bmail|\bletter|\bfax|voice|\bleav(e|ing)\b|treat|hipaa|privacy|\bnpp\b|research|\bstudy|photo|billing|financ|insur|portal|" +
        @"release|procedure|" +
        @"surg|vaccin|genetic|\bminor\b|guardian|\bdata\b|specimen|anesth|\btest|transfus|donor|organ\b|newsletter|resuscit|subscriber|\bapp\b|" +
        @"\bvisit|correo")]
    public static partial Regex Elsewhere { get; }

    [GeneratedRegex(
        @"opt(s|ed|ing)? ?out|un ?subscri|\bdn[cd]\b|\bdnt\b|\bdntx?t\b|\bnosms\b|\bnote?xts?\b|\bnocontact\b|\bno (more |further )?(te?xt|sms|" +
        @"contact|call|messag|msg|market|" +
        @"communic|solicit|consent|mobile|cell)|\b(without|not|non) ?consent|\bdonot|\bstop ?(te?xt|sms|messag|msg|contact|all)|\bno (enviar|molestar|" +
        @"contactar)|" +
        @"\bno quiere|\bde baja\b|\bdo not (te?xt|sms|contact|call|messag|msg|send|disturb|solicit|market|mobile|cell|phone|bother|engage|communic|" +
        @"remind|notif|reach)|" +
        @"\bdont (te?xt|sms|contact|call|messag|msg|send|disturb|solicit|market|bother|remind|notif)")]
    public static partial Regex Refusal { get; }

    [GeneratedRegex(
        @"\b(do|does|did|should|must|may|can|will|would|is|are) ?not\b|\b(dont|doesnt|cant|wont|shouldnt|mustnt|isnt)\b|\bcannot\b|\bnever\b|" +
        @"\bnot? (ok|okay|allowed|permitted)\b|" +
        @"\bno longer\b|\bnot\b")]
    public static partial Regex Negation { get; }

    [GeneratedRegex(
        @"\bnot? (yet |been )*(obtained|asked|given|on file|set|recorded|available|specified|collected|documented|discussed|done|signed|received|data|" +
        @"response|answer)")]
    public static partial Regex NotYet { get; }

    /// <summary>Of texts, of contact or of a consent; alone they may be said of anything.</summary>
    [GeneratedRegex(
        @"revo[ck]|withdr[ae]w|declin|refus|\bden(y|ied|ial)|\bobject|reject|block|black ?list|suppress|\bstop|exclud|exclusion|deactivat|disabled?\b|" +
        @"\bban(ned)?\b|\bquit\b|remov|" +
        @"bounc|\bbad\b|\bwrong\b|invalid|undeliver|\bfail|landline|\bunable\b")]
    public static partial Regex WeakRefusal { get; }

    [GeneratedRegex(
        @"^(is |patient |pt )?(alive|living|stop(ped)?|blocked|black ?list(ed)?|suppress(ed|ion)?|declined|refused|revoked|objected|objection|banned|" +
        @"excluded)( y n| list| flag)?$")]
    public static partial Regex LoneRefusal { get; }

    [GeneratedRegex(@"consent|\btcpa\b|opt(s|ed|ing)? ?in\b|subscri(be|bed|bes|ption|ptions)\b|\bautoriz")]
    public static partial Regex Consent { get; }

    [GeneratedRegex(@"opt(s|ed)? ?in\b.*out|out.*opt(s|ed)? ?in\b|\bin out\b")]
    public static partial Regex BothWays { get; }

    [GeneratedRegex(
        @"\bpermi(t|ss|so)|\ballow|\bagree|\bauthori[sz]|\baccept|\bapprov|\bok(ay)?\b|\bcan\b|\bmay\b|\bwants?\b|\bwilling|\breceiv|\benabl|\beligib|" +
        @"\bopt\b|\bgets?\b|" +
        @"\bsend\b|\bstatus\b|\bactive\b|\bflag\b|\bindicator\b|\bind\b|\btextable\b|\bsign(ed)? ?up\b|\bok2|\bacepta|\bquiere|\brecibir|\bpuede")]
    public static partial Regex Permission { get; }

    [GeneratedRegex(@"\bprefer|\bcontact method\b|\bmethod of contact\b")]
    public static partial Regex Preference { get; }

    /// <summary>About a consent, not the consent itself.</summary>
    [GeneratedRegex(
        @"\b(dates?|dt|time|timestamp|source|method|type|version|reason|language|wording|ip|signature|notes?|comments?|id|staff|user|document|" +
        @"location|expir\w*|" +
        @"updated|recorded|channel)\b|\b(on|at|by|via|when)$")]
    public static partial Regex Detail { get; }

    [GeneratedRegex(@"^(the |patient |pt |by |via )*(sms|te?xts?|te?xting|messaging)( (sms|te?xts?|messag(e|es|ing)|msgs?|y|n|yes|no|yn|or))*$")]
    public static partial Regex OnlyTexting { get; }
}
