import type { Language } from '../extraction';
import { fold } from '../gazetteer/fold';
import type { OfficeHolder } from '../gazetteer/offices';
import { genderOfName, type Gender } from './lexicon';
import type { Person } from './person';
import type { Evidence } from './person-evidence';
import { namesOf, sameGiven } from './person-names';

/** Well-known family names that are no ordinary words or names of others. */
export const known = new Set(
  (
    'putin zelenskyy zelensky zelenskiy lavrov stoltenberg guterres macron scholz merkel orban szijjarto erdogan cavusoglu blinken ' +
    'biden trump obama netanyahu lukashenko poroshenko yanukovych kuleba borrell mogherini shoigu peskov zakharova medvedev baerbock ' +
    'landsbergis trudeau meloni modi путін зеленський лавров столтенберг гутерріш макрон шольц меркель орбан сіярто ердоган блінкен ' +
    'байден трамп кулеба боррель лукашенко порошенко янукович шойгу пєсков захарова'
  ).split(' '),
);

/** Whether somebody has ever held the office that stands before the name. */
export function holds({ offices }: OfficeHolder, evidence: Evidence | null): boolean {
  const role = evidence?.role ? fold(evidence.role) : '';
  return role !== '' && offices.some(({ title }) => fold(title).startsWith(role));
}

export function compatible(person: Person, names: string[], language: Language): boolean {
  // "Biden" is whom everybody knows; Ada Biden is somebody else.
  if (person.names.length < 2 && person.holder && names.length > 1)
    return person.holder.names.some((name) => sameGiven(namesOf(name), names, language));
  if (names.length < 2 || person.names.length < 2) return true;
  return sameGiven(person.names, names, language);
}

/** By the first name. Hungarian has one pronoun for women and men, so there it would tell nothing. */
export const genderOf = ({ names }: Person, language: Language): Gender | null =>
  names.length < 2 || language === 'hu' ? null : genderOfName(names[0] ?? '');

/**
 * Of several who share a family name, whoever has the office that stands before it, or has been named most before
 * `before`; nobody of another gender.
 */
export function likeliest(
  them: readonly Person[],
  before: number,
  evidence: Evidence | null,
  language: Language,
): Person | null {
  const role = evidence?.role ? fold(evidence.role) : null;
  const gender = evidence?.gender ?? null;
  let best: Person | null = null;
  let most = -1;
  for (const person of them) {
    const own = person.gender ?? genderOf(person, language);
    if (gender !== null && own !== null && own !== gender) continue;
    const fits = role !== null && person.roles.includes(role) ? 1e6 : 0;
    const named = (person.runs[0]?.from ?? 0) < before ? 1e5 + person.runs.length : 0;
    if (fits + named >= most) [best, most] = [person, fits + named];
  }
  return best ?? them.at(-1) ?? null;
}
