import { compounds, pronounsOf, wordActs, wordSet, type Frame } from './frame';

const verbs = wordActs({
  asserts: `sagte sagt sagten sagen erklärte erklärt erklärten betonte betont betonten teilte teilten fügte behauptete behauptet
    bestätigte bestätigt meinte meint äußerte äußerten schrieb schreibt berichtete unterstrich unterstreicht hob stellte bekräftigte
    bekräftigten wiederholte räumte erinnerte verwies nannte bezeichnete ergänzte erläuterte versicherte beteuerte argumentierte
    konstatierte kommentierte twitterte antwortete entgegnete erwiderte kündigte verkündete gab führte wies resümierte urteilte
    beklagte beklagt bedauerte bedauert lautete heißt hieß glaubt sprach sprachen spricht schreibt berichtet bekräftigt wiederholt räumt
    erinnert verweist nennt bezeichnet ergänzt erläutert versichert argumentiert kommentiert antwortet kündigt kündigten verkündet gibt führt
    weist hebt stellt meldete meldet meldeten unterstrichen verwiesen nannten bezeichneten gaben hoben wiesen mahnten glaubt verdeutlichte präzisierte monierte fragte reagierte reagiert warf wirft warfen`,
  denies: 'bestritt bestreitet dementierte leugnete',
  refuses: 'weigerte weigert',
  supports:
    'begrüßte begrüßten begrüßt unterstützte unterstützt unterstützten lobte lobt lobten würdigte würdigt befürwortete befürwortet dankte dankt',
  opposes:
    'kritisierte kritisiert kritisierten verurteilte verurteilten verurteilt lehnte lehnten lehnt rügte rügt tadelte missbilligte',
  proposes: `forderte fordert forderten fordern verlangte verlangten verlangt plädierte plädiert appellierte appelliert schlug schlägt mahnte
    mahnt regte regt bat bittet drängte drängt rief ruft riefen empfahl empfiehlt warb`,
  warns: 'warnte warnt warnten drohte drohten',
  commits: 'versprach versprachen verspricht gelobte sicherte sichert',
});

export const german: Frame = {
  verbs,
  participles: wordActs({
    asserts:
      'gesagt erklärt betont mitgeteilt hinzugefügt behauptet bestätigt gemeint geäußert geschrieben bekräftigt angekündigt',
    denies: 'bestritten dementiert',
    opposes: 'kritisiert verurteilt abgelehnt zurückgewiesen',
    supports: 'begrüßt unterstützt',
    proposes: 'gefordert verlangt',
    warns: 'gewarnt gedroht',
    commits: 'versprochen zugesagt',
  }),
  auxiliaries: wordSet('hat haben hatte hatten habe'),
  gerunds: new Map(),
  particles: wordSet('hinzu mit an ein zurück ab vor hervor fest zu aus'),
  adverbs:
    wordSet(`auch zudem zugleich außerdem weiter erneut wiederholt bereits jedoch aber dagegen hingegen ferner ebenfalls nochmals
    gleichzeitig dabei sich`),
  that: wordSet('dass daß'),
  objects:
    wordSet(`kritisierte kritisiert kritisierten verurteilte verurteilten begrüßte begrüßten forderte fordert forderten verlangte
    betonte bekräftigte unterstrich bestritt dementierte nannte nannten nennt bezeichnete bezeichneten bezeichnet warnte warnt warnten wies weist wiesen lehnte lehnt lehnten begrüßt verurteilt unterstützte unterstützt lobte lobt
    würdigte befürwortete bedauerte bedauert verlangt versprach verspricht`),
  infinitives: new Set(),
  infinitive: null,
  noParticle: wordSet('warnte warnt warnten drohte drohten droht'),
  separable: new Map([
    ['wies', 'zurück'],
    ['weist', 'zurück'],
    ['wiesen', 'zurück'],
    ['lehnte', 'ab'],
    ['lehnt', 'ab'],
    ['lehnten', 'ab'],
    ['kündigte', 'an'],
    ['kündigt', 'an'],
    ['kündigten', 'an'],
    ['sicherte', 'zu'],
    ['sichert', 'zu'],
    ['warf', 'vor'],
    ['wirft', 'vor'],
    ['warfen', 'vor'],
  ]),
  paired: new Map([
    ['sprach', 'von'],
    ['sprachen', 'von'],
    ['spricht', 'von'],
    ['warb', 'für'],
  ]),
  recipients: wordSet(
    'forderte fordert forderten fordern rief ruft riefen bat bittet baten appellierte mahnte ermahnte drängte drängt',
  ),
  days: wordSet('montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute'),
  according: [
    ['laut'],
    ['nach', 'angaben', 'von'],
    ['nach', 'angaben', 'der'],
    ['nach', 'angaben', 'des'],
    ['nach', 'worten', 'von'],
    ['nach', 'den', 'worten', 'von'],
    ['nach', 'ansicht', 'von'],
    ['nach', 'ansicht', 'der'],
    ['nach', 'ansicht', 'des'],
    ['nach', 'einschätzung', 'von'],
    ['nach', 'einschätzung', 'der'],
    ['nach', 'einschätzung', 'des'],
    ['nach', 'worten', 'des'],
    ['nach', 'worten', 'der'],
    ['nach', 'den', 'worten', 'des'],
    ['nach', 'den', 'worten', 'der'],
  ],
  opinion: new Set(['für']),
  accordingAfter: wordSet('zufolge'),
  so: wordSet('so'),
  impersonal: wordSet('heißt hieß'),
  within: wordSet('in im'),
  pointing: [['dies'], ['das']],
  ends: wordSet(`am im in bei vor nach auf gegenüber während zu zum zur an dass daß und weiter dazu nicht laut als wegen mit hinzu nun
    darauf abschließend montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute ein zurück ab`),
  endings: null,
  openers: wordSet(
    'aber und doch jedoch zudem außerdem zugleich zuvor später dabei am montag dienstag mittwoch donnerstag freitag samstag sonntag',
  ),
  asides: [],
  gerundLeads: new Set(),
  negations: wordSet('nicht nichts'),
  notClauses: wordSet('wie wenn als weil da obwohl während nachdem um und aber oder wobei was wo damit sondern'),
  articleEnds: false,
  nounCapitals: true,
  bareClause: true,
  dropsSubject: false,
  pronouns: pronounsOf({ m: 'er', f: 'sie', it: 'es', self: 'ich wir' }),
  people:
    compounds(`direktor direktorin sekretär sekretärin kanzler führer führerin beauftragter minister ministerin außenminister außenministerin verteidigungsminister innenminister ministerpräsident präsident
    präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin botschafter botschafterin diplomat generalsekretär sprecher sprecherin
    regierungschef staatschef chef leiter leiterin politiker politikerin beamte vertreter beauftragte abgeordnete gesandte experte experten
    premier premierminister premierministerin regierungssprecher regierungssprecherin außenbeauftragte general kommissar kommissarin
    verteidigungsministerin innenministerin finanzminister finanzministerin wirtschaftsminister wirtschaftsministerin justizminister
    justizministerin ministerpräsidentin bundespräsident bundesrat bundesrätin generalsekretärin staatssekretär staatssekretärin
    vorsitzende vorsitzender kollege kollegin amtskollege amtskollegin generalinspekteur oberst admiral bürgermeister bürgermeisterin
    senator senatorin botschafter vertreterin regierungschefin staatschefin chefin leiterin diplomatin beamter abgeordneter expertin
    gesandter gesandtin unterhändler unterhändlerin vermittler vermittlerin`),
  bodies: wordSet(
    `regierung ministerium außenministerium verteidigungsministerium innenministerium finanzministerium wirtschaftsministerium justizministerium
    bundesregierung parlament kommission rat präsidialamt partei armee bündnis allianz kreml bundestag bundesrat bundeswehr auswärtige
    botschaft behörde behörden fraktion opposition delegation`,
  ),
  documents: wordSet('erklärung bericht resolution mitteilung text dokument brief schreiben abkommen vertrag'),
  media: wordSet('agentur nachrichtenagentur zeitung sender medien presse dpa spiegel bild reuters tass'),
  prepositions: wordSet('von vom der des für in im bei beim aus zu zur zum'),
  determiners: wordSet(
    'der die das den dem des ein eine einer einem dieser diese dieses sein seine ihr ihre beide beider aller mehrerer',
  ),
  definite: wordSet('der die das dieser diese'),
  headFirst: true,
};
