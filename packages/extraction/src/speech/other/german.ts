import { pronounsOf, wordActs, wordSet, type Frame } from './frame';

const verbs = wordActs({
  asserts: `sagte sagt sagten sagen erklärte erklärt erklärten betonte betont betonten teilte teilten fügte behauptete behauptet
    bestätigte bestätigt meinte meint äußerte äußerten schrieb schreibt berichtete unterstrich unterstreicht hob stellte bekräftigte
    bekräftigten wiederholte räumte erinnerte verwies nannte bezeichnete ergänzte erläuterte versicherte beteuerte argumentierte
    konstatierte kommentierte twitterte antwortete entgegnete erwiderte kündigte verkündete gab führte wies resümierte urteilte
    beklagte bedauerte lautete heißt hieß glaubt verdeutlichte präzisierte monierte fragte`,
  denies: 'bestritt bestreitet dementierte leugnete',
  refuses: 'weigerte',
  supports: 'begrüßte begrüßten unterstützte lobte würdigte befürwortete',
  opposes: 'kritisierte kritisiert kritisierten verurteilte verurteilten lehnte rügte tadelte',
  proposes: 'forderte fordert forderten verlangte verlangten plädierte appellierte schlug mahnte regte bat drängte',
  warns: 'warnte warnt warnten drohte drohten',
  commits: 'versprach versprachen gelobte sicherte',
});

export const german: Frame = {
  verbs,
  participles: wordActs({
    asserts:
      'gesagt erklärt betont mitgeteilt hinzugefügt behauptet bestätigt gemeint geäußert geschrieben bekräftigt angekündigt',
    denies: 'bestritten dementiert',
    opposes: 'kritisiert verurteilt',
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
    betonte bekräftigte unterstrich bestritt dementierte lehnte`),
  according: [
    ['laut'],
    ['nach', 'angaben', 'von'],
    ['nach', 'angaben', 'der'],
    ['nach', 'angaben', 'des'],
    ['nach', 'worten', 'von'],
    ['nach', 'den', 'worten', 'von'],
    ['nach', 'ansicht', 'von'],
    ['nach', 'einschätzung', 'von'],
  ],
  accordingAfter: wordSet('zufolge'),
  so: wordSet('so'),
  impersonal: wordSet('heißt hieß'),
  within: wordSet('in im'),
  pointing: [['dies']],
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
  bareClause: true,
  dropsSubject: false,
  pronouns: pronounsOf({ m: 'er', f: 'sie', it: 'es', self: 'ich wir' }),
  people:
    wordSet(`minister ministerin außenminister außenministerin verteidigungsminister innenminister ministerpräsident präsident
    präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin botschafter botschafterin diplomat generalsekretär sprecher sprecherin
    regierungschef staatschef chef leiter leiterin politiker politikerin beamte vertreter beauftragte abgeordnete gesandte experte experten
    premier premierminister regierungssprecher außenbeauftragte general kommissar kommissarin`),
  bodies: wordSet(
    'regierung ministerium außenministerium bundesregierung parlament kommission rat präsidialamt partei armee bündnis allianz kreml',
  ),
  documents: wordSet('erklärung bericht resolution mitteilung text dokument brief schreiben abkommen vertrag'),
  media: wordSet('agentur nachrichtenagentur zeitung sender medien presse dpa spiegel bild reuters tass'),
  prepositions: wordSet('von vom der des für in im bei beim aus zu zur zum'),
  determiners: wordSet('der die das den dem des ein eine einer einem dieser diese dieses sein seine ihr ihre'),
  definite: wordSet('der die das dieser diese'),
  headFirst: true,
};
