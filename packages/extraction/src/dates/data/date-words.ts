import type { Language } from '../../extraction';

/** Words of dates as they stand in texts: `a,b=1` are forms with one value, months and weekdays are in their order. */
export interface Source {
  months: string;
  shortMonths: string;
  weekdays: string;
  seasons: string;
  units: string;
  shifts: string;
  alone: string;
  parts: string;
  timesOfDay: string;
  joins: string;
  before: string;
  to: string;
  ago: string;
  numbers: string;
  ahead: string;
}

export const sources: Record<Language, Source> = {
  en: {
    months: 'january february march april may june july august september october november december',
    shortMonths: 'jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep,sept=9 oct=10 nov=11 dec=12',
    weekdays: 'monday tuesday wednesday thursday friday saturday sunday',
    seasons: 'spring=21 summer=22 autumn,fall=23 winter=24',
    units: 'week,weeks=week weekend=weekend month,months=month year,years=year day,days=day',
    shifts: 'last=-1 this=0 next=1',
    alone: 'today,tonight=day:0 yesterday=day:-1 tomorrow=day:1',
    parts: 'early mid late later earlier end beginning start middle',
    timesOfDay: 'morning afternoon evening night midday noon',
    joins: 'of in',
    before: `in since until till by from for of before after during to and between through early late mid around about year last
next this the on via throughout or circa its their`,
    to: 'to and until through till',
    ago: 'ago',
    numbers: 'a,an,one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12',
    ahead:
      "will won't shall 'll would wouldn't scheduled due set upcoming expected planned plans ahead going before until till takes begins opens starts meets expires enters convenes",
  },
  fr: {
    months: 'janvier février mars avril mai juin juillet août,aout septembre octobre novembre décembre',
    shortMonths: 'janv=1 févr=2 avr=4 juil=7 sept=9 oct=10 nov=11 déc=12',
    weekdays: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
    seasons: 'printemps=21 été=22 automne=23 hiver=24',
    units: 'semaine,semaines=week week-end=weekend mois=month an,ans,année,années=year jour,jours=day',
    shifts:
      'dernier,dernière,passé,passée,précédent,précédente=-1 ce,cet,cette=0 prochain,prochaine,suivant,suivante=1',
    alone: "aujourd'hui=day:0 hier=day:-1 demain=day:1 avant-hier=day:-2 après-demain=day:2",
    parts: 'début fin mi courant',
    timesOfDay: 'matin soir après-midi nuit midi',
    joins: 'de du',
    before: "en depuis jusqu' de du pour avant après dès à d' vers fin début mi année l' et entre le ce au",
    to: 'à au et',
    ago: '',
    numbers: 'un,une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 douze=12',
    ahead: 'sera seront aura auront prévu prévue prochain prochaine doit devrait avant dès',
  },
  de: {
    months: `januar,januars,jänner februar,februars,feber märz april,aprils mai juni juli august,augusts september,septembers
oktober,oktobers november,novembers dezember,dezembers`,
    shortMonths: 'jan=1 feb=2 apr=4 aug=8 sep,sept=9 okt=10 nov=11 dez=12',
    weekdays: `montag,montags dienstag,dienstags mittwoch,mittwochs donnerstag,donnerstags freitag,freitags
samstag,sonnabend,samstags sonntag,sonntags`,
    seasons: 'frühling,frühjahr=21 sommer=22 herbst=23 winter=24',
    units: `woche,wochen=week wochenende=weekend monat,monats,monate,monaten=month jahr,jahres,jahre,jahren=year
tag,tage,tagen=day`,
    shifts: `letzte,letzten,letzter,letztes,vergangene,vergangenen,vergangener,vergangenes,vorige,vorigen,voriger=-1
diese,diesen,dieser,dieses,diesem=0 nächste,nächsten,nächster,nächstes,kommende,kommenden,kommender,kommendes=1`,
    alone: 'heute=day:0 gestern=day:-1 morgen=day:1 vorgestern=day:-2 übermorgen=day:2 heuer=year:0',
    parts: 'anfang ende mitte',
    timesOfDay: 'morgen vormittag nachmittag abend nacht mittag früh',
    joins: 'im des',
    before: `im in seit bis von für ab vor nach und zwischen um jahr jahre jahres anfang ende mitte zum zu des der den am`,
    to: 'bis und',
    ago: '',
    numbers: `ein,einem,einer,eine,einen=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 zwölf=12`,
    ahead: 'wird werden werde würde würden soll solle sollen geplant kommenden nächsten ab bis',
  },
  hu: {
    months: 'január február március április május június július augusztus szeptember október november december',
    shortMonths: 'jan=1 febr=2 márc=3 ápr=4 máj=5 jún=6 júl=7 aug=8 szept=9 okt=10 nov=11 dec=12',
    weekdays: `hétfő,hétfőn kedd,kedden szerda,szerdán csütörtök,csütörtökön péntek,pénteken szombat,szombaton
vasárnap`,
    seasons: 'tavasz,tavasszal,tavaszán=21 nyár,nyáron,nyarán=22 ősz,ősszel,őszén=23 tél,télen,telén=24',
    units: 'hét,héten=week hétvége,hétvégén=weekend hónap,hónapban=month év,évben=year nap,napon,napja=day',
    shifts: 'múlt,elmúlt=-1 e,ez,ezen=0 jövő,következő=1',
    alone: `ma=day:0 tegnap=day:-1 holnap=day:1 tegnapelőtt=day:-2 holnapután=day:2 tavaly=year:-1 idén=year:0
jövőre=year:1`,
    parts: '',
    timesOfDay: 'reggel délelőtt délután este éjjel délben',
    joins: '',
    before: 'a az és',
    to: 'és',
    ago: 'ezelőtt',
    numbers: 'egy=1 két,kettő=2 három=3 négy=4 öt=5 hat=6 nyolc=8 kilenc=9 tíz=10',
    ahead: 'fog fognak lesz lesznek jövő várhatóan',
  },
  uk: {
    months: `січень,січня,січні лютий,лютого,лютому березень,березня,березні квітень,квітня,квітні травень,травня,травні
червень,червня,червні липень,липня,липні серпень,серпня,серпні вересень,вересня,вересні жовтень,жовтня,жовтні
листопад,листопада,листопаді грудень,грудня,грудні`,
    shortMonths: '',
    weekdays: `понеділок,понеділка вівторок,вівторка середа,середу,середи четвер,четверга п'ятниця,п'ятницю,п'ятниці
субота,суботу,суботи неділя,неділю,неділі`,
    seasons: `весна,весни,весні,весною,навесні=21 літо,літа,літі,влітку=22 осінь,осені,восени=23 зима,зими,взимку=24`,
    units: `тиждень,тижня,тижні,тижнів=week вихідні,вихідних=weekend місяць,місяця,місяці,місяців=month
рік,року,роки,років,році=year день,дня,дні,днів=day`,
    shifts: `минулий,минулого,минулої,минулих,минулому=-1 цей,цього,цієї,цих,цьому=0
наступний,наступного,наступної,наступних,наступному=1`,
    alone: `сьогодні=day:0 вчора,учора=day:-1 завтра=day:1 позавчора=day:-2 післязавтра=day:2 торік=year:-1
цьогоріч=year:0`,
    parts: 'початку кінці кінця наприкінці середині початок кінець',
    timesOfDay: 'вранці ввечері увечері вночі вдень',
    joins: '',
    before: 'у в з із до від по на після перед і та між за',
    to: 'до по і та',
    ago: 'тому',
    numbers: "один,одна,одного=1 два,дві=2 три=3 чотири=4 п'ять=5 шість=6 сім=7",
    ahead:
      'буде будуть відбудеться заплановано наступного запрацює запрацюють розпочнеться розпочнуться почнеться почнуться стартує прибуде прибудуть',
  },
};
