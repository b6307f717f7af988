import { fold, soundsLike } from '../gazetteer/fold';
import { lookupKeys } from '../gazetteer/inflection';
import type { OfficeHolder } from '../gazetteer/offices';
import type { Language } from '../extraction';
import { endings, given, smallWords } from './lexicon';
import { compatible, genderOf, holds, known, likeliest } from './namesakes';
import { familyName, firstFamilyNames, namesOf, sameGiven } from './person-names';
import type { Person } from './person';
import { nominative } from './ukrainian-nominative';
import { personEvidence, usageOf, wordsIn, type Evidence } from './person-evidence';
import { findRuns, isInitial, type Run } from './runs';
import { sentenceOf, type Scene } from './scene';

/**
 * The people a text names: first those it gives a full name or an office, then those it only gives a family name. `within`
 * tells which pieces are part of the name of a body.
 */
export function findPeople(scene: Scene, holders: readonly OfficeHolder[], within: ReadonlySet<number>): Person[] {
  const usage = usageOf(scene);
  const registry = new Registry(scene, holders);
  const rest: Run[] = [];
  let before: { run: Run; evidence: Evidence } | null = null;
  for (const run of findRuns(scene)) {
    const evidence: Evidence | null = personEvidence(scene, run, usage) ?? joined(scene, run, before);
    before = evidence && { run, evidence };
    if (wordsIn(scene, run) < 2) rest.push(run);
    else if (!registry.meet(run, evidence)) rest.push(run);
  }
  const single: Run[] = [];
  for (const run of rest) if (!registry.recognise(run)) single.push(run);
  for (const run of single) {
    const evidence = personEvidence(scene, run, usage);
    if ((evidence?.confidence ?? 0) < sure && registry.familyFirst(run, within)) continue;
    if (evidence && wordsIn(scene, run) < 2) registry.meet(run, evidence);
  }
  for (const run of single) registry.recognise(run);
  return registry.people.map((person) =>
    sorted({ ...person, gender: person.gender ?? genderOf(person, scene.lexicon.language) }),
  );
}

/** "Foreign Ministers Bo Varga and Ute Holm": a name that a name of a person is joined to by "and". */
function joined(scene: Scene, run: Run, before: { run: Run; evidence: Evidence } | null): Evidence | null {
  if (!before || before.run.to !== run.from - 1 || wordsIn(scene, run) < 2 || wordsIn(scene, run) > 3) return null;
  if (!/^(?:and|et|und|és|та|і|й)$/.test(scene.pieces[run.from - 1]?.text ?? '') || wordsIn(scene, before.run) < 2)
    return null;
  return { reason: 'Joined to the name of a person', confidence: 0.7, role: null, of: null, gender: null };
}

const sorted = (person: Person): Person => ({
  ...person,
  runs: [...new Map(person.runs.map((run) => [run.from, run])).values()].toSorted((a, b) => a.from - b.from),
});

/** An office or a courtesy before a family name tells of whom it is; that somebody speaks does not. */
const sure = 0.7;

/** Among how many people of one family name somebody is looked for. */
const namesakes = 20;

/** An office that is another's. */
const relative = /^(?:counterpart|colleague|homologue|amtskolleg\w*|predecessor|successor)$/;

class Registry {
  readonly people: Person[] = [];
  private readonly byKey = new Map<string, Person[]>();
  private readonly byFirst = new Map<string, Person[]>();
  private readonly holdersByKey = new Map<string, OfficeHolder[]>();
  private lastRole: string | null = null;
  private readonly taken = new Set<number>();
  private readonly language: Language;

  constructor(
    private readonly scene: Scene,
    holders: readonly OfficeHolder[],
  ) {
    this.language = scene.lexicon.language;
    for (const holder of holders) {
      for (const name of holder.names) {
        const key = soundsLike(familyName(namesOf(name), 'en'));
        const list = this.holdersByKey.get(key) ?? [];
        if (!list.includes(holder)) this.holdersByKey.set(key, [...list, holder]);
      }
    }
  }

  /** Takes a run for a person where there is evidence; false where there is none. */
  meet(run: Run, evidence: Evidence | null): boolean {
    const names = this.namesIn(run);
    const holder = this.holderOf(names);
    const namesake = this.same(names, run.from, evidence);
    // "President Biden" where the text has only named somebody else of that family.
    const held = names.length === 1 && holder !== null && namesake?.holder !== holder && holds(holder, evidence);
    const found = held ? (this.people.find((person) => person.holder === holder) ?? null) : namesake;
    if (!evidence && !found && !(holder && names.length > 1)) return false;
    const grounds = evidence ?? { reason: 'A name that is known', confidence: 0.9, role: null, of: null, gender: null };
    const person = found ?? this.add(run, names, grounds, holder);
    this.mention(person, run, names, evidence);
    return true;
  }

  /** A run that names somebody who was met, by family name, or whom everybody knows. */
  recognise(run: Run): boolean {
    if (this.taken.has(run.from)) return true;
    const names = this.namesIn(run);
    const person = this.same(names, run.from);
    const everybody = names.length === 1 && known.has(names[0] ?? '') ? this.holderOf(names) : null;
    // Whom everybody knows needs no first name; a namesake has one before the family name stands alone.
    const namesake = everybody !== null && person?.holder === null && run.from < (person.runs[0]?.from ?? 0);
    if (person && !namesake) {
      this.mention(person, run, names, null);
      return true;
    }
    const holder = sentenceOf(this.scene, run.from).titleCase ? null : everybody;
    if (!holder) return false;
    const grounds = { reason: 'A family name that is known', confidence: 0.8, role: null, of: null, gender: null };
    this.mention(this.add(run, names, grounds, holder), run, names, grounds);
    return true;
  }

  private add(run: Run, names: string[], evidence: Evidence, holder: OfficeHolder | null): Person {
    const { reason, confidence } = evidence;
    const person: Person = {
      name: this.textOf(run),
      names: [],
      runs: [],
      reason,
      confidence,
      role: null,
      of: null,
      roles: [],
      gender: null,
      holder,
    };
    this.people.push(person);
    const first = names[0] ?? '';
    if (names.length === 2) this.byFirst.set(first, [...(this.byFirst.get(first) ?? []).slice(-1), person]);
    if (holder) for (const name of holder.names) this.index(person, namesOf(name));
    person.names = names;
    return person;
  }

  private mention(person: Person, bare: Run, names: string[], evidence: Evidence | null): void {
    const run = this.withParticles(person, bare);
    const longer = this.fuller(person, run, names);
    if (longer || person.runs.length === 0) {
      person.names = names;
      person.name = this.textOf(run);
    }
    person.runs.push(run);
    this.taken.add(run.from);
    this.index(person, names);
    if (!evidence) return;
    if (evidence.confidence > person.confidence)
      Object.assign(person, { reason: evidence.reason, confidence: evidence.confidence });
    person.gender ??= evidence.gender;
    if (evidence.role && relative.test(fold(evidence.role))) {
      // "his Greek counterpart" has the office of whom it is told.
      if (this.lastRole) person.roles.push(fold(this.lastRole));
      person.role ??= this.lastRole;
    } else if (evidence.role) {
      this.lastRole = evidence.role;
      person.roles.push(fold(evidence.role));
      if (person.role === null || (person.of === null && evidence.of)) person.role = evidence.role;
    }
    person.of ??= evidence.of;
  }

  /** "von der Leyen": small words before a family name that are part of it. */
  private withParticles(person: Person, run: Run): Run {
    const { pieces } = this.scene;
    let from = run.from;
    while (
      from > sentenceOf(this.scene, run.from).from &&
      smallWords.has(pieces[from - 1]?.fold ?? '') &&
      from > run.from - 3
    )
      from--;
    const small = pieces
      .slice(from, run.from)
      .map(({ text }) => text.toLowerCase())
      .join(' ');
    if (small === '') return run;
    const whole = person.name.toLowerCase().includes(` ${small} ${pieces[run.from]?.text.toLowerCase() ?? ''}`);
    return whole ? { from, to: run.to } : run;
  }

  private fuller(person: Person, run: Run, names: string[]): boolean {
    if (names.length !== person.names.length) return names.length > person.names.length;
    return this.textOf(run).length > person.name.length && person.names.length > 1 && hasInitials(this.scene, run);
  }

  private index(person: Person, names: string[]): void {
    const family = familyName(names, this.language);
    const keys = [family, ...(names.length > 2 ? names.slice(1) : [])];
    // A Hungarian text has foreign names in their own order.
    if (this.language === 'hu' && names.length === 2 && !names.some((name) => given.has(name)))
      keys.push(names[1] ?? '');
    if (firstFamilyNames.has(names[0] ?? '') && names.length > 1) keys.push(names[0] ?? '');
    for (const key of keys.flatMap((name) => [...lookupKeys(name, this.language, false), `~${soundsLike(name)}`])) {
      const them = this.byKey.get(key) ?? [];
      if (them.at(-1) !== person) them.push(person);
      this.byKey.set(key, them);
    }
  }

  /**
   * The person already met that these names are of. Of several who share a family name, whoever has the office that stands
   * there, or has been named most before.
   */
  private same(names: string[], before = Infinity, evidence: Evidence | null = null): Person | null {
    const family = familyName(names, this.language);
    const keys = lookupKeys(family, this.language, false);
    if (family.length > 3) keys.push(`~${soundsLike(family)}`);
    for (const key of keys) {
      const them = (this.byKey.get(key) ?? [])
        .slice(-namesakes)
        .filter((person) => compatible(person, names, this.language));
      const [first] = them;
      if (first) return them.length === 1 ? first : likeliest(them, before, evidence, this.language);
    }
    return null;
  }

  /** "Ruo Hanlin … Ruo": the only person whose name of two words begins with this one, which is no first name. */
  familyFirst(run: Run, within: ReadonlySet<number>): boolean {
    const names = this.namesIn(run);
    const [name = ''] = names;
    const them = this.byFirst.get(name) ?? [];
    const [only] = them;
    const fits = names.length === 1 && them.length === 1 && only?.names.length === 2 && !given.has(name);
    const named = only?.runs[0]?.from ?? 0;
    if (!fits || named > run.from || within.has(named) || this.same(names)) return false;
    this.mention(only, run, names, null);
    return true;
  }

  private holderOf(names: string[]): OfficeHolder | null {
    const key = soundsLike(familyName(names, this.language));
    const fitting = (this.holdersByKey.get(key) ?? []).filter((holder) =>
      holder.names.some((name) => names.length === 1 || sameGiven(namesOf(name), names, this.language)),
    );
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }

  private namesIn(run: Run): string[] {
    const names: string[] = [];
    for (let at = run.from; at < run.to; at++) {
      const piece = this.scene.pieces[at];
      if (piece?.kind !== 'word' || isInitial(this.scene, at) || endings.has(piece.fold)) continue;
      if (piece.hyphened && names.length > 0) names.push(`${names.pop()}-${piece.fold}`);
      else if (!piece.capital) continue;
      else names.push(piece.fold);
    }
    return names;
  }

  private textOf({ from, to }: Run): string {
    const { pieces, reading } = this.scene;
    const text = reading.text.slice(pieces[from]?.start ?? 0, pieces[to - 1]?.end ?? 0).replaceAll(/\s+/g, ' ');
    const name = text === text.toUpperCase() && text.length > 4 ? inTitleCase(text) : text;
    return this.language === 'uk' ? (nominative(name) ?? name) : name;
  }
}

function hasInitials(scene: Scene, run: Run): boolean {
  for (let at = run.from; at < run.to; at++) if (isInitial(scene, at)) return true;
  return false;
}

const inTitleCase = (text: string): string =>
  text.toLowerCase().replace(/(^|[\s-])\p{Ll}/gu, (letters) => letters.toUpperCase());
