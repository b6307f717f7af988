/** Small words inside names of people: Ursula von der Leyen, Mohammed bin Salman. */
export const particles = `van von der den de del della di da do dos das du la le el al ul bin ibn ben bint abu ten ter te zu zum
zur af av y e und dello degli`;

export const suffixes = 'jr sr ii iii iv';

/**
 * Common first names, without accents and in small letters: a capitalised word after one of them is a family name. Only
 * names that are hardly ever ordinary words at the beginning of a sentence.
 */
export const givenNames = `
ada adela ilse ute greta hans-dietrich jutta uwe horst gunter gunther heike anke birgit silke torben morten kasper lene mads soren anders hakon sigrid astrid tove pekka jussi eero timo antti krista liisa maarja toomas ieva zane agne egle daiva rasa kornel balint bence judit ildiko eniko gyula lajos ferenc tamas
aaron abbas abdel abdelmadjid abdoulaye abdul abdullah abdulla abiy abraham adam adel adil adnan adolf adrian agnes agnieszka ahmad ahmed ahmet
aigars ajay akbar akinwumi alain alan alar albert alberto aleksandar aleksander aleksandr aleksei aleksey alejandro alena alessandro alex
alexander alexandra alexandre alexandru alexei alexey alexis alfonso alfred ali alice alicia alina alioune alison alistair allan allen alvaro amanda
amal amina amir amit amos amy ana anahit anatol anatoliy anatoly anders andre andrea andreas andrei andrej andrew andrey andrii andriy andrius
andrzej andy angela angelina anita anja ankit ann anna annalena anne annegret annika anthony antoine anton antonio antony antti anwar  
ararat archil arif ariel armen arnaud arnold arsen arseniy arthur artur arturas arun arvind asad asif askar aslan asma assimi atanas attila audrey
audronius  aung aurelien avigdor avril axel ayman aymeric azali aziz balazs baptiste barack barbara barry  bashar beata beatrice
ben benedikt benjamin benoit benny bernard bernardo bernd bernhard bernie bertrand bettina bezalel  billy bjarni blaise bob bohdan bola bongbong borge boris
borys boyko brad bradley brett brian bridget brigitte bruce bruno bryan burak cameron carl carla carlos carmen  caroline catherine cathy cecilia
cedric celine cem charles charlotte cheikh cherif chris christian christiane christina christine christophe christopher chrystia chuck
claire claude claudia claudio clement colin colleen constantin craig cristian cristina cyril cyrille dacian dalia damian damien dan daniel daniela
danielle danila danuta danylo daria darius dariusz david davit  deborah deepak denis denise dennis denys derek diana didier diego dieter dilma dimitar
dimitri dimitris dimitrios dirk djordje dmitri dmitriy dmitry dmytro dominic dominik dominique don donald donna doris dorota doug douglas duncan
ebrahim edgar edgars edi edita edmund eduard eduardo edward edwin efraim egils ekaterina ekrem elena eleni elhadj eli elias elina elisabeth
elizabeth ella ellen elmar elon elvira emanuel emilia emily emine emma emmanuel emmerson enrico enrique eric erica erik erika ernest ernesto ervin espen
esther ethan eugene eva evan evelyn evgeny evika fabian faisal faizan farhad fatima fatou faure fayez federica felipe felix ferdinand
ferenc fernando fikri florence florian francesco francis francisco franck francois francoise frank franz fred frederic frederik fredrik friedrich fumio
gabor gabriel gabriela gabrielius gareth gary gavin geert gennady geoffrey george georges georgi gerald gerard gergely gerhard gideon gilles
gina giorgia giorgi giovanni gitanas giuseppe glenn goran gordon  graham greg gregory grzegorz guido guillaume gulnara gunnar gustav gustavo  gwendolyn
gyorgy hadja hajime  hakan hakim halina hamad hamid hamza hannah hans harald haris harold harriet harry hasan hashim hassan hector heather
heidi heiko heinz heinrich helen helena helga helle helmut hendrik henri henry herbert hermann hillary hiroshi hosni hossein howard hryhorii hubert hugo hulusi
 husein hussein ian ibrahim idriss ignazio igor ihor ilan ilham ilir ilona ilya  imre imran ina inga ingrid ioannis ion irakli irina iris irma iryna
isaac isabel isabella isabelle isaias ishaq ismail ismayil istvan ivan ivana ivica ivo jaap jaak jacek  jackie jacob jacqueline jacques jae jair jake jakub
james jamie jan jana jane janet janez janis janos janusz jared jaroslav jaroslaw jason javier jean jean-claude jean-marc jean-noel jean-pierre jean-yves jeanine
jeff jeffrey jen jenny jennifer jens jeppe jeremy jerome jerry jessica jill jim jimmy jitka joachim joan joao joe johan johann johannes john johnny jon
jonas jonathan jong jorge jose josef josep joseph josh joshua josip jovan joyce juan judith juha jules julia julian julie juliusz justin justinas justyna jutta kaja kamala kamil kais
kaoru karel karen karin karine karl karoline karolina karolis kassym-jomart katalin kate katerina katharina katherine kathleen kathryn katja katrin
kay keir keith kelly ken kenneth kerry kestutis kevin khaled khalid khalifa kim kirill kiril kiriakos klaus klara klemen konrad konstantin konstantinos krisjanis kristalina
kristen kristian kristina kristine krisztina krzysztof kyriakos kwasi lajos lars larry laszlo laura laurent laurynas lech leo leon leonid leonel leopold leszek leszko leyla li
lidia liisa lilian linas linda lindsey lisa lise liz lloyd lorenzo louis louise  lubos luc luca lucas lucia lucie luis luigi luiz luka lukas lukasz luke lula lutfi lyudmila
lynne maciej madeleine magdalena maggie magnus maha mahamat mahathir mahmoud mahmut maia maja malcolm malgorzata mamady mamuka manfred manuel maqsood mara marc marcel marcin marco marek margaret margarita margrethe margus maria mariam
marian mariana marie marie-agnes marin marina marine mario marion mariusz mariya mark marko markus marlene marta martha martin martina marty mary maryna marek mateusz matt matteo matthew matthias maurice mauricio maurizio mauro
max maxim maxime mehdi mehmet melanie melissa  mette mevlut mia michael michal michalis michel michele michelle miguel mihai mihaly mika mike mikhail mikheil
mikheil mikhailo mikk mikko mikola mikolas mikulas milan milena milorad milos minouche mirek mircea mirjana miroslav mirziyoyev mitch mohamed mohammad mohammed
mokgweetsi  mona monica monika monique  moritz moussa muammar muhammad muhammadu mukhtar mukhisa murat musa mustafa mykhailo mykola myron nabil nadezhda nadia nancy naoko narendra natalia natalie natalya nataliia
nathalie nathan naftali nawaf nayib ned neil nele nicholas nick nicola nicolae nicolas nicole nicos nigel nihad nika nikol nikola nikolai nikolay nikolaos nikos nils nina noah noel norbert nouri nuno nursultan
oksana olaf olav ole oleg oleh olena oleksandr oleksandra oleksii oleksiy olga olha oliver olivier olivia omar orsolya oscar osama oskar otto pablo paetongtarn
pal palina paolo pascal pasquale  patricia patrick paul paula paulo pauline pavel pavlo pavol pawel pedro peggy peter petr petra petras petre petri petro petteri phil philip philippe phillip pierre
pieter piotr prabowo prayut pravind predrag priti qasem rachel rachid radek radmila radoslaw rafael rafal raffi rafic raila rainer raisa ralph  ramush ramzan ran ranil raphael rashid
rasmus raul ray raymond rebecca recep reem reinhard renata rene renee reuven ricardo richard rishi rita rob robert roberta roberto robin rodrigo rodrigue roger roksana roland rolf
romain roman ronald ron  rosen ross roxana ruben rudolf rumen ruslan russell rustam rustem ruth ryan ryszard saad sabine saber sadyr sajid salem salman salome salva sam samantha sameh sami samuel sandra sandor sandro
sanna sara sarah sari saud sauli scott sean sebastian sebastien sener serdar serena serge sergei sergej sergey sergii sergio serhii serhiy sergiy shaun shavkat  sheila sheikh
sherry shinzo shlomo sibiha silvia silvio simas simon simona simone simonetta siobhan sirojiddin slavica slawomir slobodan sofia sonia sophie soren stanislav stanislaw
stavros stefan stefania stefanie stefano steffen stella stephane stephanie stephen steve steven stuart subrahmanyam sulev sunil suleyman susan susana susanna suzanne svein sven svenja svetlana sviatlana svitlana sylvia sylvie
szymon tadeusz tamara tamas tania tanja taras tariq taro tarmo tatiana tatyana tayyip ted tedros teodor teresa terry tetiana theo theodore theresa therese thierry thijs thomas thorsten tiago tibor tiina tihomir tijjani tim timo
timothy timur tina tobias toby todd tom tomas tomasz tomislav tommy toomas tony torsten tracey trevor tudor tymofiy tymofii tzipi ulf ulrich ulrike umaro ulrik uhuru urmas ursula vadim vadym
valdis valentin valentina valentyna valeri valeriy valerii valery valerie vanessa vasily vasiliy vasyl vassilis vaclav vaira vera veronika victor victoria vidar vigaudas viktor viktoras viktoria viktorija vijay vincent vincenzo viola virginijus vit
vitali vitalii vitaliy vitaly vittorio vivian vjosa vladimir vladislav vladyslav vojtech volker volodymyr vsevolod vyacheslav viacheslav wael walid walter wang wayne
wendy werner wesley wilbur wilhelm willem william willy wim winston witold wojciech wolfgang xavier xi yair yaroslav yasmina yasser yehuda yevgen yevhen yevheniia yevgeniy yevgeny yoav yoon yoshihide yoweri yulia yuliia yuri yuriy yurii yury yusuf yves yvette yvonne
zbigniew zdenek zeljko zinaida zoe zoltan zoran zurab zuzana zsolt zsuzsanna
`;

/**
 * Words that begin sentences and titles and are no names, though they have a capital letter there. Plural nouns that speak
 * ("Officials said") are among them.
 */
export const ordinaryWords = `
a about above according across action actions activists actually added addressing adding additionally after afterwards again against ago ahead aid all allies
allied almost already also although am amid among amongst an analysts and announcing another any anyone anything apart are around article as asked at attacks authorities away back based
be because been before behind being below beside besides between beyond both breaking briefing but by calling calls can categories certainly citing citizens clearly click comment comments commenting concerning congratulations
contact continuing could countries country courtesy critics currently dear declaring delegates deputies despite did diplomats do documents does doing down due during each earlier early editor either eight
elsewhere email emphasizing emphasising ended even eventually every everybody everyone everything evidently exactly except experts explaining facing families far few fewer fighters file finally first five following for foreign former
fortunately forward four from full further furthermore general given good government governments great ground group had half has have having he headlines hello hence her here hers herself him himself his home
home hours how however i if image images importantly in including indeed initially inside instead interestingly international into investigators is isn't it its itself journalists just keep key last late later latest lawmakers leaders
leave let life like likewise live local long look looking made mainly many may maybe me meanwhile media meeting members military mindful ministers moderate more moreover most mr much must my myself naturally near nearly
neither never nevertheless new news next nine no nobody none nonetheless nor not notably nothing noting now nowadays observers obviously of off officers officials often old on once one ones online only open opponents or order originally other others otherwise our
ours out outside over overall own parliament part participants particularly parties partners past peace people perhaps photo photos please police political politicians politics posted pointing pray presumably previously prior prisoners privacy probably
protesters protestors provided public published quite quoting rather re read readers really reached recall recalling recently referring refugees regarding regardless related remember reply report reportedly reporters reporting reports representatives
residents responding results right sanctions saying scores search second secondly secondly section see seemingly select senators separately september seven several shall share she should show significantly similarly simply since six so social soldiers some somebody someone something sometimes soon
sorry source sources speaking specifically spokesperson statement still stressing subscribe such suddenly supporters supposedly sure survivors take talks tell ten terms text than thank thanks that the their theirs them themselves then there thereafter
therefore these they thing things third this those though thousands three through throughout thus till title to today together told tomorrow tonight too top toward towards troops turning twice two ultimately under underlining undoubtedly unfortunately unless unlike until up update
updated upon urging us use usually various very via victims view viewers views vote voters war warning was watch we week welcome well were western what whatever when whenever where whereas wherever whether which while who
whoever whole whom whose why will with within without witnesses women workers world would writing yes yesterday yet you young your yours yourself zero opinion analysis editorial exclusive interview transcript video advertisement
god internet covid covid-19 christmas easter christian christians muslim muslims jewish jews catholic catholics orthodox islam islamic kurdish kurds arab arabs tatars roma european europeans african africans asian asians latin western
westerners soviet nazi nazis communist communists socialist socialists republicans democrats republican democrat conservatives liberals liberal greens nordic baltic balkan slavic caucasian north south east west northern
southern eastern central trans-atlantic transatlantic atlantic euro-atlantic indo-pacific asia-pacific mediterranean arctic excellency excellencies madam sir mister honorable honourable majesty highness dear gentlemen ladies distinguished
presidents generals senators ministers ambassadors governors secretaries chancellors premiers professors states nations nation republic holy i'm i've i'll mosaic uss hms
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december spring summer autumn winter
am pm gmt utc est edt cet q a ii iii iv tv uk us eu ok iphone android pdf html http https www com covid-19 ai it gdp vat ngo ngos ngo's ngo lng gps ceo phd mps meps jcpoa icbm icbms himars atacms leopard abrams patriot javelin starlink nord stream turkstream crimean hiv aids
`;

/** The same for the other languages: words that begin sentences there. */
export const ordinaryWordsElsewhere = {
  fr: `le la les l un une des du de d en au aux ce cet cette ces il elle ils elles on nous vous je tu et ou mais donc or ni car
dans sur sous avec sans pour par chez vers selon après avant depuis pendant lors outre afin ainsi alors aussi autre autres aucun
aujourd'hui hier demain plus moins très trop tout tous toute toutes quand comme comment pourquoi où qui que quoi dont si
c s n j m qu à y ici là puis enfin cependant toutefois néanmoins malgré face entre parmi politiquement selon photo article lire voir partager publié monsieur madame
état guerre paix monde lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre son sa ses leur leurs notre nos votre vos`,
  de: '',
  hu: `a az egy és de ha hogy mert mint is nem ez azt ezt ott itt ma tegnap holnap most majd még már csak akkor amikor ami aki
ahol szerint után előtt között mellett ellen miatt nélkül hétfő kedd szerda csütörtök péntek szombat vasárnap január február
március április május június július augusztus szeptember október november december én te ő mi ti ők ezért így úgy azonban
ugyanakkor emellett hozzátette elmondta közölte kérdésre`,
  uk: `і й та а але або що як якщо коли де хто це цей ця ці той та те ті він вона воно вони ми ви я ти у в на з із зі до від за
про для під над між перед після під час також тому однак проте водночас крім раніше пізніше сьогодні вчора завтра нині тепер
зокрема загалом утім отже понеділок вівторок середа четвер п'ятниця субота неділя січень лютий березень квітень травень червень
липень серпень вересень жовтень листопад грудень за словами його її їх наш ваш мій свій увесь весь все всі кожен жоден ні не так
нагадаємо джерело читайте`,
} as const;
