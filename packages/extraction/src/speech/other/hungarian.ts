import { pronounsOf, wordActs, wordSet, type Frame } from './frame';

export const hungarian: Frame = {
  verbs: wordActs({
    asserts: `mondta mondták közölte közölték kijelentette kijelentették hangsúlyozta hangsúlyozták hozzátette hozzátették elmondta
      elmondták kiemelte jelezte fogalmazott vélekedett állította megjegyezte leszögezte rámutatott bejelentette ismertette írta nyilatkozta
      aláhúzta megerősítette emlékeztetett kifejtette válaszolta felidézte jelentette tette szögezte mutatott húzta hangoztatta üzente
      kezdte folytatta zárta értékelt magyarázta tájékoztatott beszélt elismerte megállapította pontosított szólt felelte reagált kommentálta hívta fejezte fejezi fejezték
      összegezte nevezte idézte említette vélte látja mondja állítja közli hangsúlyozza fogalmaz kiemeli jelzi mondják közlik állítják véli vélik tartja hozzáteszi kijelenti emlékeztet
      közöltek nyilatkozott nyilatkoztak beszéltek elmondja ismerteti írja írták`,
    denies: 'cáfolta tagadta cáfolja tagadja',
    refuses: 'megtagadta kizárta megtagadja kizárja',
    supports: 'üdvözölte üdvözölték támogatta támogatták méltatta üdvözli támogatja méltatja megköszönte',
    opposes: 'elítélte bírálta elutasította kifogásolta ellenezte elítéli bírálja elutasítja ellenzi',
    proposes:
      'javasolta javasolt javasolták felszólította felszólították kérte kérték felkérte sürgetett javasol követelte szorgalmazta sürgette indítványozta javasolja követeli sürgeti kéri',
    warns: 'figyelmeztetett óvott fenyegetett figyelmeztette figyelmeztet',
    commits: 'ígérte vállalta megígérte ígéri vállalja',
  }),
  lights: wordSet('fejezte fejezi fejezték'),
  participles: new Map(),
  auxiliaries: new Set(),
  gerunds: wordActs({
    asserts: 'hozzátéve hangsúlyozva kiemelve kijelentve jelezve megjegyezve',
    opposes: 'bírálva',
    warns: 'figyelmeztetve',
  }),
  particles: wordSet('hozzá ki le rá alá fel el meg be át vissza elő össze'),
  adverbs: wordSet(
    'azt úgy ezt arra arról is ugyanakkor egyúttal továbbá szintén majd később korábban ismét többször azonban pedig viszont ellenben mindazonáltal',
  ),
  that: wordSet('hogy'),
  objects:
    wordSet(`elítélte elítélték bírálta bírálták elutasította elutasították üdvözölte üdvözölték támogatta támogatták követelte
    követelték sürgette szorgalmazta cáfolta tagadta elítéli bírálja elutasítja üdvözli támogatja követeli sürgeti cáfolja tagadja megköszönte
    méltatta`),
  infinitives: new Set(),
  infinitive: /^\p{Ll}{2,}ni$/u,
  noParticle: new Set(),
  separable: new Map(),
  paired: new Map(),
  recipients: wordSet('felszólította felszólították kérte kérték arra felkérte sürgette intette szólította'),
  days: wordSet('hétfőn kedden szerdán csütörtökön pénteken szombaton vasárnap tegnap ma'),
  according: [['szerinte']],
  opinion: new Set(),
  accordingAfter: wordSet('szerint'),
  so: new Set(),
  impersonal: wordSet('áll'),
  within: wordSet('a az'),
  pointing: [['erről'], ['ezt']],
  ends: wordSet(
    'hogy és majd aki amely azt ezt arra nem is kedden szerdán csütörtökön pénteken szombaton vasárnap hétfőn tegnap ma interjúban',
  ),
  endings: /(?:ban|ben|n|kor|nak|nek|után|előtt|ról|ről|tól|től|val|vel|ra|re|hoz|hez|höz|va|ve)$/,
  openers: wordSet('de és ugyanakkor azonban pedig majd korábban később mint ezért tehát'),
  asides: [],
  gerundLeads: new Set(),
  negations: wordSet('nem'),
  notClauses: wordSet(
    'majd és de aki akik amely amelyek amelyet amit ahol mint ahogy miután mivel miközben illetve valamint',
  ),
  articleEnds: true,
  nounCapitals: false,
  bareClause: true,
  dropsSubject: true,
  pronouns: pronounsOf({ m: 'ő aki szerinte', they: 'ők akik', self: 'én mi' }),
  people:
    wordSet(`miniszter külügyminiszter miniszterelnök elnök kormányfő főtitkár nagykövet diplomata politikus vezetője szóvivő
    államtitkár tárcavezető képviselő kancellár államfő biztos tábornok parancsnok szakértő elemző miniszterek
    szóvivője elnöke minisztere nagykövete képviselője vezető igazgatója igazgató elnökasszony polgármester ügyvezető alelnök
    elnökhelyettes frakcióvezető frakcióvezetője pártelnök pártelnöke helyettese helyettes külügyminisztere miniszterelnöke államtitkára főtitkára köztársasági tárgyaló`),
  bodies:
    wordSet(`kormány minisztérium külügyminisztérium honvédelmi védelmi-minisztérium belügyminisztérium pénzügyminisztérium külügy
    nagykövetség hivatal elnökség tárca parlament bizottság tanács párt hadsereg szövetség kormánya minisztériuma tanácsa bizottsága`),
  documents: wordSet('közlemény nyilatkozat jelentés határozat levél dokumentum megállapodás'),
  media: wordSet('lap hírügynökség újság csatorna portál mti tass reuters'),
  prepositions: new Set(),
  determiners: wordSet('a az egy ez'),
  definite: wordSet('a az'),
  headFirst: false,
};
