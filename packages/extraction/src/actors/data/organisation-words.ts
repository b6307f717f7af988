/**
 * Words that make a capitalised name the name of a body of a state or of an organisation of states, and (after them) of
 * another organisation. Small letters, without accents.
 */
export const bodyHeads = {
  en: `ministry department council commission committee parliament senate congress assembly court tribunal
administration authority army navy force forces guard guards police secretariat directorate cabinet government embassy
mission delegation staff bureau board command corps brigade battalion fleet treasury duma rada bundestag sejm knesset
diet legislature presidency taskforce chamber constabulary inspectorate prosecution`,
  fr: `ministère conseil commission comité parlement sénat congrès assemblée cour tribunal administration autorité armée marine
forces garde police secrétariat gouvernement ambassade délégation présidence`,
  de: `ministerium rat kommission ausschuss parlament senat kongress versammlung gericht gerichtshof regierung armee streitkräfte
botschaft polizei`,
  hu: `minisztérium tanács bizottság parlament szenátus közgyűlés bíróság kormány hadsereg nagykövetség rendőrség`,
  uk: `міністерство рада комісія комітет парламент сенат конгрес асамблея суд уряд армія посольство поліція адміністрація служба`,
} as const;

export const organisationHeads = {
  en: `agency union party bank institute university academy foundation fund association federation organisation organization
league alliance coalition bloc front movement group corporation company inc ltd llc plc office service center centre forum
network news times post herald tribune gazette journal radio television tv chronicle magazine review broadcasting society trust
church airlines airways observatory confederation consortium thinktank
monitor watch club brotherhood militia campaign holdings industries college school`,
  fr: `agence union parti banque institut université académie fondation fonds association fédération organisation ligue alliance
coalition front mouvement groupe société compagnie centre radio télévision`,
  de: `agentur union partei bank institut universität akademie stiftung fonds verband föderation organisation liga allianz
bündnis bewegung gruppe konzern gesellschaft zentrum rundfunk zeitung`,
  hu: `ügynökség unió párt bank intézet egyetem akadémia alapítvány alap szövetség szervezet liga csoport társaság központ`,
  uk: `агентство союз партія банк інститут університет академія фонд асоціація федерація організація ліга альянс рух група
компанія центр телеканал`,
} as const;

/** Bodies that texts name by the adjective or name of their state or head: "the Hungarian government", "the Trump administration". */
export const plainBodies = {
  en: `army authorities administration government military parliament navy police cabinet embassy intelligence presidency
junta`,
  fr: `armée gouvernement parlement autorités administration marine police ambassade présidence`,
  de: `armee regierung parlament behörden streitkräfte botschaft regierungen`,
  hu: `hadsereg kormány parlament hatóságok nagykövetség`,
  uk: `армія уряд парламент влада посольство військо`,
} as const;

/** Those of them that English also sets before another noun ("government officials", "military aid"). */
export const modifiers = `government military police parliament army navy cabinet intelligence embassy`;

/** What stands before those bodies: "foreign ministry", "armed forces", "supreme court", "central bank". */
export const bodyPairs = `foreign ministry;defence ministry;defense ministry;interior ministry;finance ministry;economy ministry;energy
ministry;justice ministry;health ministry;agriculture ministry;armed forces;supreme court;constitutional court;central bank;air
force;security council;general staff;national assembly;security service;security services;secret service;border guard;coast
guard;election commission;security forces;foreign office;state department;intelligence service;intelligence services`;

/** Capitalised names that end in one of these are of things, events, papers or places, not of somebody. */
export const thingHeads = `
assessment estimate survey index outlook budget inquiry hearing hearings agreement agreements accord accords treaty treaties act charter convention conventions pact plan resolution resolutions summit
conference declaration protocol protocols article chapter operation dialogue initiative process memorandum memo statute accession
constitution format formula framework package programme program project deal communique manifesto doctrine law bill report
strategy concept compass roadmap action week day days month year age era war wars crisis revolution uprising spring peace prize award
festival championship championships cup games olympics marathon sea seas ocean island islands river rivers lake mount mountain mountains
peninsula province region oblast district county city town village street square strait gulf bay canal airport port harbour harbor
station plant bridge road avenue highway border coast desert valley valleys basin continent hemisphere corridor territory territories heights strip bank's
building buildings house palace castle hotel stadium hall monastery cathedral mosque church's museum library hospital prison base airbase shield dome
stream pipeline missile missiles rocket rockets tank tanks aircraft jet jets drone drones system ship ships submarine frigate destroyer warship vessel
bond bonds tribute index fund's edition time times' mail resources scripture scriptures resilience emissions compact research republic kingdom federation emirates chain chains
rights affairs security policy balkans sahel caucasus baltics arctic europe asia africa america
`;

/** What companies and groups are called in small letters; their name follows: "the ferry operator Moorline". */
export const groupNouns: ReadonlySet<string> = new Set(
  (
    'company operator firm giant maker group union startup start-up carrier movement militia developer manufacturer ' +
    'supplier producer retailer charity watchdog think-tank consultancy coalition faction guild'
  ).split(' '),
);
