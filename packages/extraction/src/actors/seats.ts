import type { Known } from './scene';
import { isPossessive, sentenceOf, type Scene } from './scene';
import { isIn } from './lexicon';

const places = {
  en: 'in near outside around across inside through via at into leaving left reach reached visit visited visits visiting toured',
  fr: 'à depuis vers près dans via quitté visité visite',
  de: 'in nach aus bei um über durch besuch besuchte',
  hu: '',
  uk: 'в у до під біля поблизу',
};
const placeSets = Object.fromEntries(
  Object.entries(places).map(([language, words]) => [language, new Set(words.split(' '))]),
) as Record<keyof typeof places, Set<string>>;
/** After one of these, "to" and "from" go with a place. */
const motions = new Set(
  (
    'travel traveled travelled travelling traveling travels visit visits trip trips flew fly flight flying went go going goes arrive arrived arrival return returned ' +
    'returning route journey depart departed head heading headed moved move drive drove come came km kilometers kilometres miles north south east west train'
  ).split(' '),
);
/** What a seat stands before where it is the place of something. */
const placed = new Set(
  (
    'summit meeting meetings talks conference forum airport region oblast suburb suburbs residents time declaration agreement agreements accord accords ' +
    'memorandum protocol treaty convention club process format university mayor district city area province office bureau stock exchange ' +
    'based correspondent street streets sommet réunion gipfel konferenz gespräche'
  ).split(' '),
);
const before = new Set(
  'city capital town mayor near central downtown northern southern eastern western суботу місто місті столиці'.split(
    ' ',
  ),
);

/**
 * Whether a capital or palace stands for its government ("Budapest refused") rather than for the place ("in Budapest",
 * "the Madrid summit", "MOSCOW, 3 May –"). A doubtful seat has to act like somebody.
 */
export function standsForGovernment(scene: Scene, known: Known, doubtful: boolean): boolean {
  const { pieces, lexicon } = scene;
  const { language } = lexicon;
  const first = pieces[known.from];
  if (!first) return false;
  if (
    /house|street|kreml|palace|elysee|pentagon|whitehall|westminster|haus|дім|кремл|банков|bankova|orsay|matignon|maison|feher/.test(
      first.fold + (pieces[known.to - 1]?.fold ?? ''),
    )
  )
    return language === 'en'
      ? !/^(?:at|in|outside|near)$/.test(nextWordBack(scene, known.from)) || first.fold === 'kremlin'
      : true;
  if (isDateline(scene, known)) return false;
  const after = pieces[known.to];
  if (after?.kind === 'word' && !after.hyphened && placed.has(after.fold)) return false;
  if (
    after?.text === ',' &&
    pieces[known.to + 1]?.capital &&
    scene.knownAt[known.to + 1] !== -1 &&
    isPlaceList(scene, known)
  )
    return false;
  const word = nextWordBack(scene, known.from);
  if (
    language === 'hu' &&
    first.end - first.start > 4 &&
    /(?:ban|ben|ba|be|rol|bol|on|en|ra|re|ig|i)$/.test(first.fold)
  )
    return false;
  if (placeSets[language].has(word) || before.has(word)) return false;
  // "à l'est de Varsovie", "good morning from Valletta"
  const earlier = pieces[known.from - 2]?.fold ?? '';
  if (word === 'de' && /^(?:est|ouest|nord|sud|pres|loin|banlieue|ville)$/.test(earlier)) return false;
  if (
    word === 'from' &&
    /^(?:morning|evening|afternoon|live|reports|reporting|updates|news|said|told|spoke|speaking|wrote|added)$/.test(
      earlier,
    )
  )
    return false;
  // "the return of the land to Kyiv's control"
  if (isPossessive(after) && !placed.has(pieces[known.to + 1]?.fold ?? '')) return true;
  if ((word === 'to' || word === 'from') && hasMotion(scene, known.from)) return false;
  return doubtful ? acts(scene, known) : true;
}

const nextWordBack = ({ pieces }: Scene, at: number): string => {
  const piece = pieces[at - 1];
  if (piece?.fold === 'the' || piece?.text === ',') return pieces[at - 2]?.fold ?? '';
  return piece?.text.toLowerCase() ?? '';
};

function hasMotion(scene: Scene, at: number): boolean {
  const { from } = sentenceOf(scene, at);
  for (let i = at - 1; i >= Math.max(from, at - 6); i--) {
    if (motions.has(scene.pieces[i]?.fold ?? '')) return true;
    if (scene.pieces[i]?.kind === 'mark') return false;
  }
  return false;
}

/** The place a report was sent from: first in its paragraph, and parted from what follows. */
export function isDateline(scene: Scene, known: { from: number; to: number }): boolean {
  const { from } = sentenceOf(scene, known.from);
  if (known.from - from > 2) return false;
  const after = scene.pieces[known.to];
  const { to } = sentenceOf(scene, known.from);
  // A line of its own.
  if (known.from === from && known.to === to && scene.pieces[known.from]?.shouted) return true;
  if (!after || after.kind !== 'mark') return false;
  const dated = after.text === ',' && /^\d{1,2}$/.test(scene.pieces[known.to + 1]?.text ?? '') && known.from === from;
  if (dated) return true;
  const shouted = scene.pieces[known.from]?.shouted === true;
  if (shouted) return /^[,(.:—–-]/.test(after.text);
  if (/^[(—–]/.test(after.text)) return known.from === from;
  return after.text === ':' && known.from === from;
}

/** "in Kyiv, Ukraine": the second says where the first is. */
const isPlaceList = (scene: Scene, known: Known): boolean => {
  const a = scene.known[scene.knownAt[known.from] ?? -1]?.namings[0]?.entry;
  const b = scene.known[scene.knownAt[known.to + 1] ?? -1]?.namings[0]?.entry;
  return a !== undefined && a === b;
};

/** Possessive, before a verb, or beside another government. */
function acts(scene: Scene, known: Known): boolean {
  const { pieces, lexicon } = scene;
  const after = pieces[known.to];
  if (isPossessive(after)) return true;
  const word = after?.fold ?? '';
  if (/^(?:has|had|will|would|wants|may|must|should|could|is|was|says|said|does|did|a|hat|will|wird)$/.test(word))
    return after?.capital === false;
  return isIn(lexicon.speech, after, lexicon.language) && after?.capital === false;
}
