/**
 * Nouns that say what a person is, by language, in the form that dictionaries list. The name of the person may follow
 * ("President X"), or stand before ("X, the president"). `=f` and `=m`: the noun tells that it is a woman or a man.
 */
export const roleNouns = {
  en: `minister minster secretary president chancellor premier ambassador envoy representative commissioner spokesperson
spokesman=m spokeswoman=f diplomat general colonel lieutenant captain admiral marshal brigadier sergeant member administrator commander
commander-in-chief chief head director chair chairman=m chairwoman=f chairperson leader senator congressman=m
congresswoman=f lawmaker legislator mp mep deputy governor mayor king=m queen=f prince=m princess=f emperor=m pope=m
patriarch=m archbishop=m bishop cardinal=m sultan=m emir=m sheikh=m ayatollah=m judge justice prosecutor attorney counsel
counsellor counselor adviser advisor aide analyst professor expert economist historian journalist correspondent reporter
editor columnist activist author coordinator rapporteur delegate negotiator speaker candidate politician
officer official superintendent founder ceo executive lawyer researcher scientist undersecretary consul attache
president-elect co-chair vice-president strategist chargé manager oligarch billionaire businessman=m businesswoman=f
mediator facilitator arbitrator chieftain warlord constable comptroller auditor principal trustee
treasurer registrar councillor councilman=m councilwoman=f councilor convener convenor alderman sheriff chaplain headteacher warden superintendent spokesman-designate deputy-chief provost dean rector vicar clerk whip statesman=m stateswoman=f ombudsman ombudswoman=f pm counterpart colleague predecessor successor
accountant engineer architect pilot farmer fisherman=m teacher doctor nurse surgeon physician priest pastor poet
novelist writer singer actor actress=f filmmaker photographer blogger campaigner lobbyist banker trader investor
entrepreneur pensioner boss rival challenger commentator pollster sociologist philosopher jurist barrister solicitor
magistrate academic lecturer physicist geologist volunteer villager miner trade-unionist interpreter translator
publisher presenter veteran widow=f widower=m mother=f father=m grandmother=f grandfather=m`,
  fr: `ministre secrétaire président=m présidente=f chancelier=m chancelière=f premier ambassadeur=m ambassadrice=f envoyé=m
envoyée=f représentant=m représentante=f commissaire porte-parole diplomate général colonel amiral maréchal commandant chef
cheffe=f directeur=m directrice=f dirigeant=m dirigeante=f sénateur=m sénatrice=f député=m députée=f gouverneur maire roi=m
reine=f prince=m princesse=f pape=m patriarche=m procureur procureure=f juge conseiller=m conseillère=f analyste professeur
expert experte=f journaliste négociateur=m négociatrice=f coordinateur=m coordinatrice=f responsable haut-représentant
vice-président vice-présidente=f homologue candidat=m candidate=f médiateur=m médiatrice=f eurodéputé=m eurodéputée=f
chercheur=m chercheuse=f politologue historien=m historienne=f économiste opposant=m opposante=f militant=m militante=f avocat=m
avocate=f élu=m élue=f rapporteur=m rapporteure=f professeure=f lieutenant capitaine évêque archevêque cardinal=m collègue`,
  de: `minister=m ministerin=f außenminister=m außenministerin=f verteidigungsminister=m verteidigungsministerin=f
innenminister=m innenministerin=f finanzminister=m finanzministerin=f wirtschaftsminister=m wirtschaftsministerin=f
premierminister=m premierministerin=f ministerpräsident=m ministerpräsidentin=f regierungschef=m regierungschefin=f
staatschef=m staatschefin=f präsident=m präsidentin=f bundespräsident=m kanzler=m kanzlerin=f bundeskanzler=m
bundeskanzlerin=f generalsekretär=m generalsekretärin=f botschafter=m botschafterin=f sprecher=m sprecherin=f
regierungssprecher=m beauftragter=m beauftragte vertreter=m vertreterin=f kommissar=m kommissarin=f
kommissionspräsident=m kommissionspräsidentin=f chefdiplomat=m chefdiplomatin=f außenbeauftragte außenbeauftragter=m
general oberst admiral befehlshaber=m chef chefin=f vorsitzender=m vorsitzende direktor=m direktorin=f leiter=m leiterin=f
senator=m senatorin=f abgeordneter=m abgeordnete gouverneur=m bürgermeister=m bürgermeisterin=f könig=m königin=f papst=m
staatssekretär=m staatssekretärin=f experte=m expertin=f politiker=m politikerin=f journalist=m journalistin=f amtskollege=m
amtskollegin=f bundesaußenminister=m bundesaußenministerin=f bundesverteidigungsminister=m bundesverteidigungsministerin=f ressortchef=m
ressortchefin=f diplomat=m diplomatin=f kollege=m kollegin=f bundesrat=m bundesrätin=f bundespräsidentin=f generalinspekteur=m generalleutnant
generalmajor brigadegeneral hauptmann oberstleutnant justizminister=m justizministerin=f energieminister=m energieministerin=f
umweltminister=m umweltministerin=f gesandter=m gesandte vermittler=m vermittlerin=f unterhändler=m unterhändlerin=f
vizepräsident=m vizepräsidentin=f vizekanzler=m vizekanzlerin=f staatspräsident=m staatspräsidentin=f beamter=m beamtin=f
parteichef=m parteichefin=f fraktionschef=m fraktionschefin=f oppositionsführer=m oppositionsführerin=f professor=m professorin=f
analyst=m analystin=f außenpolitiker=m außenpolitikerin=f verteidigungspolitiker=m verteidigungspolitikerin=f
innenpolitiker=m innenpolitikerin=f regierungssprecherin=f militärexperte=m sicherheitsexperte=m sicherheitsexpertin=f kremlsprecher=m
kremlchef=m oppositionspolitiker=m oppositionspolitikerin=f fraktionsvorsitzender=m fraktionsvorsitzende=f oppositionsführerin=f
spitzendiplomat=m spitzendiplomatin=f bischof=m erzbischof=m kardinal=m richter=m richterin=f staatsanwalt=m staatsanwältin=f
landeshauptmann=m nationalrat=m nationalrätin=f ständerat=m ständerätin=f regierungssprecherin=f sonderbeauftragter=m
sonderbeauftragte kommandeur=m kommandeurin=f`,
  hu: `miniszter miniszterelnök külügyminiszter tárcavezető honvédelmi elnök köztársasági államfő kormányfő kancellár
főtitkár nagykövet szóvivő képviselő államtitkár biztos főképviselő diplomata tábornok ezredes parancsnok vezető igazgató
szenátor kormányzó polgármester király királynő=f pápa ügyész bíró tanácsadó elemző szakértő politikus újságíró pénzügyminiszter
belügyminiszter védelmi külügyér alelnök elnökhelyettes vezérkari vezérezredes
altábornagy őrnagy érsek püspök bíboros házelnök pártelnök frakcióvezető ügyvezető közvetítő tárgyaló`,
  uk: `міністр прем'єр-міністр прем'єр президент канцлер генсек секретар посол посланець представник представниця=f
речник=m речниця=f комісар єврокомісар глава голова очільник=m очільниця=f керівник=m директор генерал полковник адмірал
командувач головнокомандувач сенатор депутат депутатка=f нардеп губернатор мер король=m королева=f папа прокурор генпрокурор
суддя радник=m радниця=f аналітик експерт експертка=f політик дипломат журналіст лідер держсекретар спікер заступник
віце-прем'єр віцепрем'єр міністерка=f президентка=f прем'єрка=f прем'єр-міністерка=f канцлерка=f посолка=f комісарка=f
єврокомісарка=f керівниця=f директорка=f сенаторка=f мерка=f прокурорка=f суддя аналітикиня=f дипломатка=f журналістка=f лідерка=f
спікерка=f заступниця=f секретарка=f віцепрем'єрка=f уповноважений=m уповноважена=f посередник=m посередниця=f капітан майор
лейтенант підполковник архієпископ єпископ митрополит кардинал професор професорка=f науковець політикиня=f`,
} as const;

/** Words that stand with those nouns and say of what: "deputy prime minister for European integration". */
export const portfolioWords = {
  en: `prime deputy vice foreign defence defense interior home finance financial economic economics economy trade affairs
relations security policy state national permanent special high senior top chief former ex acting then current outgoing new
newly elected first second third under assistant general executive supreme allied armed forces joint chiefs staff press
information energy health education culture justice labour labor agriculture environment climate transport transportation
infrastructure digital development cooperation co-operation human rights refugees refugee migration innovation industry
industries strategic veterans social integration reintegration regional parliamentary opposition party government cabinet
presidential ministerial military army navy naval air force police intelligence peace republican democratic conservative
independent liberal political public commerce communications treasury budget internal external external incoming
respective youth sports tourism science technology water housing planning emergency emergencies disaster reconstruction
communities territories territorial international global humanitarian civil federal royal legal arms control
nonproliferation disarmament operations administration diplomacy diplomatic veteran long-time longtime longest-serving ranking
ruling country's nation's group's bloc's alliance's agency's ministry's department's organisation's organization's his her
its their right-wing left-wing far-right pro-european populist counter-terrorism counterterrorism north south east
west western eastern african asian european middle main lead co vice-`,
  fr: `affaires étrangères étrangère défense intérieur justice finances économie premier vice général générale adjoint
adjointe délégué déléguée haut haute chef état gouvernement politique sécurité union permanent permanente spécial spéciale
ancien ancienne ex actuel nouveau nouvelle commerce extérieur extérieure diplomatie armées forces européen européenne
européennes international relations coopération`,
  de: `auswärtigen auswärtige angelegenheiten sicherheit außen sicherheitspolitik stellvertretende stellvertretender früherer
frühere ehemaliger ehemalige damaliger damalige neuer neue hohe hoher amtierende amtierender verteidigung europäische`,
  hu: `külgazdasági külügyi külügyminiszter honvédelmi védelmi belügyi pénzügyi igazságügyi gazdasági volt korábbi helyettes
állandó különleges fő köztársasági kül biztonságpolitikai`,
  uk: `закордонних справ оборони внутрішніх фінансів економіки юстиції генеральний генерального спеціальний постійний
колишній перший верховний надзвичайний повноважний державний зовнішніх економічних зв'язків європейської інтеграції`,
} as const;

/** What is set before a name, by language. `=f` and `=m` as above. */
export const courtesies = {
  en: 'mr=m mrs=f ms=f miss=f mx dr prof sir=m lord=m lady=f dame=f baroness=f baron=m madam=f mister=m gen lt col maj capt cmdr sgt adm brig sen rep gov hon rev amb cllr supt',
  fr: 'm=m mm mme=f mlle=f me dr monsieur=m madame=f',
  de: 'herr=m herrn=m frau=f dr prof',
  hu: 'dr',
  uk: 'пан=m пані=f',
} as const;

/** What joins the words of an office: "of", "for the". */
export const linkWords = {
  en: "of the for and to on at 's & in",
  fr: 'de du des la le les l d à et au aux pour',
  de: 'der des die das den dem für und von vom zu',
  hu: 'a az és',
  uk: 'з із у в та і й',
} as const;
