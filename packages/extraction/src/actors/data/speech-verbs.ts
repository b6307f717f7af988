/** What only somebody does: a name before or after one of these is of a person, or of what persons speak for. */
export const speechVerbs = {
  en: `said says say saying told tells tell tweeted posted wrote writes added adds noted notes stressed stresses emphasized emphasised
emphasizes underlined underscored highlighted announced announces declared declares stated states claimed claims argued argues warned
warns insisted insists explained explains replied replies responded answered asked asks urged urges called calls vowed pledged promised
confirmed confirms denied denies admitted admits acknowledged recalled reiterated reaffirmed commented remarked observed concluded
continued believes believed thinks thought hopes hoped expressed suggested proposed demanded criticized criticised condemned praised
thanked welcomed rejected accused met attended visited arrived spoke speaks discussed agreed refused appealed pointed quipped
mentioned predicted revealed tweeted indicated cautioned complained joked stopped-short testified met signed`,
  fr: `dit déclaré déclare affirmé affirme ajouté ajoute souligné souligne indiqué indique précisé précise estimé estime annoncé
annonce expliqué explique insisté insiste rappelé rappelle assuré assure averti prévenu dénoncé répondu lancé martelé noté conclu
poursuivi répété réaffirmé critiqué écrit tweeté appelé demandé promis confirmé nié rencontré`,
  de: `sagte sagt erklärte erklärt betonte betont teilte kündigte warnte forderte fordert fügte ergänzte schrieb meinte äußerte
bekräftigte bestätigte nannte kritisierte versicherte sprach unterstrich traf`,
  hu: `mondta közölte hangsúlyozta kijelentette elmondta hozzátette jelentette kiemelte leszögezte kifejtette jelezte írta
emlékeztetett figyelmeztetett aláhúzta rámutatott fogalmazott nyilatkozott tájékoztatott bejelentette szerint`,
  uk: `сказав сказала заявив заявила зазначив зазначила наголосив наголосила додав додала повідомив повідомила підкреслив
підкреслила розповів розповіла написав написала пояснив пояснила вважає каже заявляє закликав закликала попередив попередила
відповів відповіла оголосив оголосила підтвердив підтвердила зауважив зауважила`,
} as const;

/** What stands before the name of whoever is cited: "according to X", "told X". */
export const attributions = {
  en: 'according',
  fr: 'selon',
  de: 'laut zufolge',
  hu: '',
  uk: 'словами',
} as const;
