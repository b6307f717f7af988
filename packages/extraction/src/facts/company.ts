import type { FoundText } from './found-text';

const of = /\sof(?:\sthe)?\s$/;

/** Who is named in a stretch; in "Jon Moor of Ostland" and "the Minister of Ostland Jon Moor" it is Jon Moor. */
export function company(text: FoundText, start: number, end: number): number[] {
  const { text: whole } = text.reading;
  const mentions = text.mentionsWithin(start, end);
  return mentions
    .filter(({ start: from, end: to, place }) => {
      const link = of.exec(whole.slice(Math.max(0, from - 8), from));
      const next = text.actorStartingAt(to + 1);
      const owns = text.actors[place]?.kind === 'state' && next !== null && text.actors[next.place]?.kind === 'person';
      return (!link || text.actorEndingAt(from - link[0].length) === null) && !owns;
    })
    .map(({ place }) => place);
}

/** "Ada Moor of | Ostland and Bo Lund met": the first is Ada Moor, who stands before. `start` is where Ostland begins. */
export function withOwner(text: FoundText, actors: number[], start: number): { start: number; actors: number[] } {
  const link = of.exec(text.reading.text.slice(Math.max(0, start - 8), start));
  const person = link && text.actorEndingAt(start - link[0].length);
  if (!person || text.actors[person.place]?.kind !== 'person') return { start, actors };
  return { start: person.start, actors: [person.place, ...actors.slice(1)] };
}
