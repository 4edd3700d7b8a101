//! German headings.

use crate::incident::action_item::ActionKind;
use crate::incident::headings::{Groups, Meaning, Table};

/// Meaning · headings that mean it as a whole · phrases that mean it inside a longer heading too.
#[rustfmt::skip]
pub(super) const TABLE: Table = &[
    (
        Meaning::Summary,
        &[
            "zusammenfassung", "kurzfassung", "überblick", "was ist passiert", "was passiert ist", "was war los",
            "in kürze",
        ],
        &["zusammenfassung"],
    ),
    (
        Meaning::Impact,
        &[
            "auswirkung", "auswirkungen", "betroffene", "wer war betroffen", "betroffene dienste", "folgen",
            "wen es traf",
        ],
        &["auswirkungen", "wer betroffen war", "wer war betroffen"],
    ),
    (
        Meaning::Detection,
        &[
            "erkennung", "entdeckung", "wie wir es bemerkten", "wie es auffiel", "wie haben wir es bemerkt",
            "symptome",
        ],
        &["erkennung", "bemerkt"],
    ),
    (Meaning::Trigger, &["auslöser"], &["auslöser"]),
    (
        Meaning::RootCause,
        &[
            "ursache", "ursachen", "grundursache", "hauptursache", "ursachenanalyse", "fehlerursache",
            "warum es geschah", "warum ist es passiert", "analyse", "hintergrund der störung",
        ],
        &["ursache", "ursachen", "ursachenanalyse"],
    ),
    (
        Meaning::ContributingFactors,
        &["begünstigende faktoren", "beitragende faktoren", "weitere faktoren"],
        &["begünstigende", "beitragende"],
    ),
    (
        Meaning::Mitigators,
        &["mildernde umstände", "mildernde faktoren", "was den schaden begrenzte", "was den schaden begrenzt hat"],
        &["schlimmeres verhindert", "schlimmeres verhinderte"],
    ),
    (
        Meaning::Risks,
        &["risiken", "restrisiko", "restrisiken", "erkannte risiken", "offene risiken"],
        &["verbleibende risiken", "verbleibendes risiko", "bleibende risiken"],
    ),
    (
        Meaning::FiveWhys,
        &["fünf warum", "5 warum", "fünf-warum", "die fünf warum", "fünf mal warum", "5-why"],
        &["fünf warum", "5 warum", "fünf mal warum", "5x warum"],
    ),
    (
        Meaning::Resolution,
        &["behebung", "lösung", "wiederherstellung", "lösung und wiederherstellung", "entstörung", "reaktion"],
        &["behebung", "wiederherstellung"],
    ),
    (
        Meaning::Timeline,
        &[
            "ablauf", "verlauf", "chronologie", "zeitleiste", "zeitstrahl", "zeitlicher ablauf", "zeitverlauf",
            "stunde um stunde", "protokoll",
        ],
        &["zeitlicher ablauf", "zeitverlauf", "zeitleiste", "chronologie", "ablauf der"],
    ),
    (
        Meaning::Updates,
        &[
            "kommunikation", "was wir mitgeteilt haben", "was wir ihnen gesagt haben", "was wir euch gesagt haben",
            "meldungen", "mitteilungen",
        ],
        &["kommunikation mit", "was wir mitgeteilt"],
    ),
    (Meaning::WentWell, &["gut gelaufen"], &["was lief gut", "was gut lief", "was gut ging", "gut funktioniert"]),
    (
        Meaning::WentWrong,
        &["schlecht gelaufen", "verbesserungspotenzial"],
        &[
            "was lief schlecht", "was schlecht lief", "was schiefging", "was schief ging", "was lief schief",
            "was schief lief", "nicht gut gelaufen", "besser laufen",
        ],
    ),
    (Meaning::GotLucky, &["glück", "glück gehabt"], &["glück hatten", "glück gehabt"]),
    (Meaning::ForOthers, &["was andere lernen können", "für andere"], &["andere lernen", "andere mitnehmen"]),
    (
        Meaning::Lessons,
        &["lehren", "erkenntnisse", "gelernt", "was wir gelernt haben", "fazit", "lektionen", "schlussfolgerungen"],
        &["was wir gelernt", "lehren aus", "erkenntnisse"],
    ),
    (
        Meaning::ActionItems,
        &[
            "maßnahmen", "massnahmen", "nächste schritte", "aufgaben", "was wir ändern", "was wir tun",
            "vorbeugende maßnahmen", "verbesserungen", "ausblick",
        ],
        &["maßnahmen", "nächste schritte", "was wir ändern"],
    ),
    (
        Meaning::Promises,
        &["zusagen", "versprechen", "was wir versprechen"],
        &["was wir zusagen", "was wir versprechen"],
    ),
    (Meaning::Remedy, &["wiedergutmachung", "entschädigung", "gutschrift"], &["wiedergutmachung", "entschädigung"]),
    (
        Meaning::CustomerAction,
        &["was sie tun müssen", "was muss ich tun", "was ihr tun müsst"],
        &["was sie tun müssen", "was sie jetzt tun", "muss ich etwas tun"],
    ),
    (Meaning::Contact, &["kontakt", "fragen", "ansprechpartner"], &["kontakt"]),
    (
        Meaning::Technologies,
        &["technik", "beteiligte technik", "beteiligte systeme", "technologien"],
        &["beteiligte technik", "beteiligte systeme"],
    ),
    (Meaning::People, &["menschen", "die menschen", "dank", "danksagung"], &["menschliche seite"]),
    (Meaning::Corrections, &["korrekturen", "berichtigungen", "nachtrag", "nachträge"], &["korrekturen"]),
    (Meaning::Background, &["hintergrund", "vorgeschichte", "einleitung", "kontext"], &["vorgeschichte"]),
    (
        Meaning::References,
        &["quellen", "verweise", "anhang", "links", "weiterführendes", "siehe auch"],
        &["weiterführende"],
    ),
    (Meaning::Metadata, &["eckdaten", "angaben", "metadaten", "dauer"], &[]),
    (Meaning::Participants, &["beteiligte", "teilnehmer"], &[]),
];

#[rustfmt::skip]
pub(super) const GROUPS: Groups = &[
    ("kurzfristig", None),
    ("langfristig", None),
    ("mittelfristig", None),
    ("sofort", None),
    ("vorbeugung", Some(ActionKind::Prevent)),
    ("vermeidung", Some(ActionKind::Prevent)),
    ("erkennung", Some(ActionKind::Detect)),
    ("abmilderung", Some(ActionKind::Mitigate)),
    ("prozess", Some(ActionKind::Process)),
    ("abläufe", Some(ActionKind::Process)),
];
