/** The forms of an English verb. `past` and `participle` are one for most. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund';

/** Past tense and participle of the verbs that do not take -ed; of compounds the last part ("foresaw"). */
const irregular = new Map<string, [past: string, participle: string]>(
  (
    'say said said|tell told told|write wrote written|speak spoke spoken|think thought thought|make made made|' +
    'give gave given|go went gone|take took taken|put put put|set set set|lay laid laid|find found found|' +
    'swear swore sworn|hold held held|hit hit hit|let let let|come came come|see saw seen|read read read|' +
    'foresee foresaw foreseen|foretell foretold foretold|forbid forbade forbidden|plead pleaded pleaded|' +
    'know knew known|feel felt felt|mean meant meant|get got got|keep kept kept|leave left left|begin began begun|' +
    'bring brought brought|buy bought bought|become became become|build built built|send sent sent|meet met met|' +
    'lead led led|lose lost lost|pay paid paid|run ran run|sell sold sold|stand stood stood|win won won|' +
    'fall fell fallen|grow grew grown|rise rose risen|show showed shown|spend spent spent|draw drew drawn|' +
    'choose chose chosen|break broke broken|cut cut cut|fight fought fought|withdraw withdrew withdrawn|' +
    'understand understood understood|undertake undertook undertaken|bear bore borne|seek sought sought|' +
    'sit sat sat|strike struck struck|teach taught taught|shoot shot shot|hear heard heard|be was been|have had had|' +
    'do did done|spread spread spread|cost cost cost|sing sang sung|fly flew flown|drive drove driven|throw threw thrown'
  )
    .split('|')
    .map((line) => line.split(' '))
    .map(([base = '', past = '', participle = '']) => [base, [past, participle]]),
);

/** Verbs of two syllables and more whose last letter is doubled; those of one syllable follow a rule. */
const doubled = new Set('admit commit permit refer regret rebut remit submit defer omit signal label quip'.split(' '));

/** Every form of a verb, with what it is. A form may be two things ("put"). */
export function inflect(base: string): [form: string, is: VerbForm][] {
  const [past, participle] = irregular.get(base) ?? [regularPast(base), regularPast(base)];
  return [
    [base, 'base'],
    [third(base), 'third'],
    [past, 'past'],
    [participle, 'participle'],
    [gerund(base), 'gerund'],
  ];
}

function third(base: string): string {
  if (base === 'be') return 'is';
  if (base === 'have') return 'has';
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return `${stem(base)}ed`;
}

function gerund(base: string): string {
  if (/[^aeiouy]e$|[aiou]e$/.test(base) && !/ie$|oe$|^be$/.test(base)) return `${base.slice(0, -1)}ing`;
  return `${stem(base)}ing`;
}

/** With its last consonant doubled where that is the spelling: "stopped", "admitted". */
function stem(base: string): string {
  const short = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base);
  return short || doubled.has(base) ? base + (base.at(-1) ?? '') : base;
}
