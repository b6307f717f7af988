import { inflect } from './inflection';

/** Closed classes of English, and the open ones that a clause is recognised by. Lower case, straight apostrophes. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const determiners =
  set(`the a an this that these those his her its their our my your some any no every each both all
  another several many few most one two three four five six seven eight nine ten more other such`);
export const pronouns = set('he she they we i it you');
export const prepositions =
  set(`in on at by for with from to of during after before since until till over under between among
  amid amidst about against within into through throughout despite following alongside near outside inside across toward
  towards via per upon regarding concerning without like including around behind beyond ahead besides beside onto off up
  down as than except`);
/** After these a clause follows as often as a noun phrase. */
export const subordinators = set(`that which who whom whose because as while when after before since although though if
  whether unless until till where why how what whereas once so lest whenever wherever`);
export const auxiliaries =
  set(`has have had is are was were be been being do does did will would can could may might shall
  should must cannot 've 'd 'll hasn't haven't hadn't isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't
  couldn't shouldn't mustn't needn't ought`);
export const modals = set(
  `will would can could may might shall should must cannot won't wouldn't can't couldn't shouldn't 'll`,
);
export const negations = set(`not never n't hasn't haven't hadn't isn't aren't wasn't weren't don't doesn't didn't won't
  wouldn't can't couldn't shouldn't mustn't cannot`);
export const beForms = set("is are was were be been being am 's isn't aren't wasn't weren't");
export const haveForms = set("has have had having 've hasn't haven't hadn't");
const adverbWords =
  set(`also again then later earlier already once now still further furthermore thus even never ever always
  often repeatedly subsequently meanwhile today yesterday tomorrow tonight soon therefore however moreover too just only
  not instead nonetheless nevertheless almost rather quite very long since twice recently today's first last next
  afterwards afterward thereafter hence indeed perhaps maybe together elsewhere online both all duly so far flatly`);
const notAdverbs =
  set(`italy ally family assembly supply reply apply july early only daily weekly friendly likely deadly
  monthly elderly orderly costly lovely ugly belly bully jelly rely comply multiply imply holy assembly anomaly`);

export const isAdverb = (lower: string): boolean =>
  adverbWords.has(lower) || (lower.length > 4 && lower.endsWith('ly') && !notAdverbs.has(lower));

export const weekdays = set('monday tuesday wednesday thursday friday saturday sunday');
export const timeWords = set(`monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
  january february march april may june july august september october november december jan. feb. mar. apr. aug. sept. sep.
  oct. nov. dec. morning afternoon evening night noon midnight week weekend month year day hour minute time spring summer
  autumn winter fall recently earlier later ago`);

/** They open a sentence and say nothing of their own. */
export const connectives: string[][] = [
  'however',
  'but',
  'and',
  'also',
  'meanwhile',
  'moreover',
  'furthermore',
  'in addition',
  "what's more",
  'still',
  'yet',
  'nevertheless',
  'nonetheless',
  'at the same time',
  'on the other hand',
  'on the one hand',
  'besides',
  'additionally',
  'for his part',
  'for her part',
  'for its part',
  'for their part',
  'in turn',
  'for example',
  'for instance',
  'in particular',
  'as such',
  'that said',
  'in other words',
  'on top of that',
  'in response',
  'in conclusion',
  'finally',
  'lastly',
  'overall',
  'first',
  'second',
  'third',
  'firstly',
  'secondly',
  'thirdly',
  'instead',
  'thus',
  'therefore',
  'in short',
  'in fact',
  'so',
  'or',
  'nor',
  'then',
  'likewise',
  'similarly',
  'separately',
  'earlier',
  'later',
  'previously',
  'recently',
  'afterwards',
  'today',
  'yesterday',
  'consequently',
  'accordingly',
  'as a result',
  'to be sure',
  'of course',
  'indeed',
  'by contrast',
  'in contrast',
  'on the contrary',
  'in parallel',
  'in the meantime',
  'above all',
  'all in all',
  'as well',
  'further',
]
  .map((words) => words.replace("'s", " 's").split(' '))
  .sort((a, b) => b.length - a.length);

/** Heads of noun phrases that can speak: people by what they are, bodies, and documents. */
export const people =
  set(`minister ministers president presidents premier chancellor ambassador ambassadors envoy envoys diplomat
  diplomats spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen official officials secretary secretaries
  chief chiefs head heads leader leaders general generals commander commanders colonel admiral lieutenant major captain officer
  officers soldier soldiers senator senators congressman congresswoman lawmaker lawmakers legislator legislators mp mps deputy
  deputies parliamentarian parliamentarians politician politicians mayor mayors governor governors king queen prince princess
  pope patriarch bishop archbishop cardinal analyst analysts expert experts economist economists historian historians scholar
  scholars professor professors researcher researchers scientist scientists author authors writer critic critics defender defenders proponent proponents detractor detractors backers sceptics skeptics supporter
  supporters opponent opponents activist activists protester protesters protesters' organiser organisers organizer organizers
  director directors chairman chairwoman chairperson chair co-chair speaker vice-president vice-chancellor counterpart counterparts
  representative representatives delegate delegates delegation negotiator negotiators mediator mediators adviser advisers advisor
  advisors aide aides source sources insider insiders witness witnesses resident residents survivor survivors refugee refugees
  lawyer lawyers attorney attorneys judge judges prosecutor prosecutors investigator investigators inspector inspectors
  reporter reporters journalist journalists correspondent correspondents editor editors columnist moderator host
  man woman men women people person father mother son daughter brother sister wife husband friend friends colleague colleagues
  member members participant participants allies ally partners partner side sides nations countries country states state
  governments foreign-minister politicians veteran veterans executive executives ceo cfo coordinator commissioner commissioners
  strategist strategists consultant boss owner founder co-founder candidate candidates nominee voter voters hungarians
  ukrainians russians americans europeans germans poles candidate premier's rapporteur consul attache attaché
  secretary-general secretaries-general negotiators czar tsar emperor sultan emir sheikh ayatollah cleric imam rabbi priest
  chairmen successor predecessor interlocutor interlocutors conservatives democrats republicans liberals socialists greens
  separatists rebels militants dissident dissidents doctor doctors nurse nurses teacher students student workers worker
  schoolteacher schoolteachers attendee attendees farmers farmer unions union kremlin others some many
  campaigner campaigners lobbyist lobbyists peacekeeper peacekeepers commentator commentators pundit pundits blogger
  bloggers neighbour neighbours neighbor neighbors passenger passengers shopkeeper shopkeepers pensioner pensioners
  miner miners trader traders investor investors banker bankers businesswoman businesswomen businessman businessmen
  entrepreneur entrepreneurs manager managers employee employees employer employers staffer staffers clerk clerks
  auditor auditors accountant accountants engineer engineers architect architects pilot pilots sailor sailors
  skipper skippers artist artists actor actors actress actresses singer singers filmmaker filmmakers novelist
  novelists poet poets philosopher philosophers sociologist sociologists pollster pollsters demographer demographers
  lecturer lecturers academic academics physician physicians surgeon surgeons medic medics paramedic paramedics
  rescuer rescuers firefighter firefighters volunteer volunteers conscript conscripts recruit recruits prisoner
  prisoners captive captives hostage hostages migrant migrants evacuee evacuees settler settlers villager villagers
  islander islanders citizen citizens inhabitant inhabitants tenant tenants landlord landlords parent parents
  grandmother grandmothers grandfather grandfathers widow widows widower widowers relative relatives elder elders
  monk monks nun nuns pastor pastors vicar vicars backbencher backbenchers frontbencher frontbenchers grandee
  grandees loyalist loyalists rival rivals challenger challengers incumbent incumbents contender contenders spouse
  spouses hardliner hardliners moderates reformer reformers nationalist nationalists populist populists unionist
  unionists interpreter interpreters translator translators photographer photographers presenter presenters
  publisher publishers chairpersons whistleblower whistleblowers watchman watchmen guards trustee trustees treasurer
  treasurers registrar registrars bookseller booksellers fisherman fishermen seafarer seafarers docker dockers
  grower growers rancher ranchers exporter exporters importer importers manufacturer manufacturers retailer
  retailers surveyor surveyors geologist geologists biologist biologists physicist physicists chemist chemists
  meteorologist meteorologists climatologist climatologists epidemiologist epidemiologists psychologist
  psychologists archaeologist archaeologists anthropologist anthropologists jurist jurists barrister barristers
  solicitor solicitors magistrate magistrates arbitrator arbitrators facilitator facilitators convener conveners
  convenor convenors councillor councillors councilman councilmen councilwoman councilwomen alderman aldermen
  sheriff sheriffs constable constables warden wardens headteacher headteachers ombudsman ombudsmen pathologist
  pathologists coroner coroners businesspeople trade-unionists ministers-president clerics clergy`);
export const bodies =
  set(`government governments administration cabinet ministry ministries department departments office embassy
  consulate presidency parliament congress senate house council committee commission assembly court tribunal agency bureau
  bank party parties coalition opposition alliance bloc union organisation organization institute institution group groups
  army military forces command navy staff police authorities authority regulator watchdog ngo charity foundation think-tank
  federation confederation republic kingdom kremlin side mission secretariat board panel company firm corporation delegation
  leadership team service services chamber directorate duma rada bundestag foreign-office treasury regime junta states
  force contingent garrison brigade peacekeepers movement network association university centre center campaign summit meeting conference capital world community`);
export const documents =
  set(`statement statements communiqué communique declaration declarations report reports resolution
  resolutions letter letters document documents text texts draft release memorandum note notes agreement treaty charter pact
  accord protocol convention decree order bill law constitution article articles paper papers study survey poll polls
  assessment analysis review brief briefing dossier manifesto plan proposal roadmap strategy concept doctrine summary
  transcript message messages post tweet posts tweets telegram cable memo press-release newsletter website page site
  conclusions speech readout bulletin notice notification petition appeal verdict ruling judgment judgement opinion
  publication book editorial commentary clause section paragraph provision contract guidelines minutes`);
export const media =
  set(`newspaper newspapers daily weekly magazine agency channel broadcaster outlet outlets portal website
  media press tabloid journal radio television tv newswire wire podcast reuters afp ap tass interfax bloomberg cnn bbc politico
  axios dpa ansa efe mti ukrinform unian sputnik xinhua kyodo anadolu rtl aljazeera guardian spiegel bild index ukrinform
  newsweek economist nyt wsj telegraph`);

/** Light verbs and the nouns that make a cue with them ("expressed hope that"). */
export const lightVerbs = set(
  'express voice convey reiterate reaffirm state declare give issue offer raise make have repeat show share stress',
);

/** Verbs that are no cues but show where a clause is: with the cue verbs and auxiliaries they find most finite verbs. */
const common =
  `accept achieve act adopt affect aim allow appear apply approve argue arrive attack attempt attend avoid ban base
  become begin believe belong block bomb break bring build buy cancel carry cause cease change choose claim close come compete
  complete concern condemn consider contain continue contribute control cost create cross cut damage deal decide defeat defend
  deliver depend deploy deserve destroy develop die disappear discuss divide draw drop eliminate emerge enable end engage enjoy
  enter escape establish evolve exclude exist expand expect face fail fall fear feel fight fill find finish fire fly focus follow
  force form function gain get give go govern grow guarantee happen harm have hear help hit hold host hurt identify impose improve
  include increase inflict influence intend intensify interfere invade invest involve join keep kill know lack last launch lead
  learn leave let lie lift like limit listen live look lose love make manage marry mean meet mobilize move need negotiate obtain
  occur occupy offer open operate organize own participate pass pay permit plan play pose possess prefer prepare present preserve
  prevent produce prolong promote protect prove provide provoke pull push put raise reach read receive refuse remain remove
  represent require resist resolve respect restore result resume return rise rule run save see seek seem sell send serve set
  share shift shoot show sign sit solve speak spend spread stand start stay steal stick stop strengthen strike strive struggle
  succeed suffer supply support suspend take talk target task appoint establish mandate teach tend think threaten train travel treat try turn understand unite
  use violate visit vote wait walk want watch weaken welcome win wish withdraw work worry`.split(/\s+/);

/** Forms that are finite by themselves: the past and the third person. */
export const finiteForms: ReadonlySet<string> = new Set(
  common.flatMap((base) => inflect(base).flatMap(([form, is]) => (is === 'past' || is === 'third' ? [form] : []))),
);
export const baseForms: ReadonlySet<string> = new Set(common);
