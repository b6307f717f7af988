import type { AnyPayload } from '@rapporteur/domain/intake/proposal';
import { expect, it } from 'vitest';
import { proposal } from '../testing/intake';
import { sampleIntake } from '../testing/sample-intake';

const intake = sampleIntake();

const person = (name: string): AnyPayload => ({
  kind: 'actor',
  payload: { name, type: 'person', role: null, affiliation: null, identifiers: [] },
});

it('two texts that name the same newcomers in another order are sent at once, and neither waits for the other for good', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `Newcomer ${100 + index}`);
  const take = async (all: readonly string[]) => {
    const text = `There were ${all.join(', ')}.`;
    const id = await intake.take(
      text,
      all.map((name) => proposal(text, `${name}${name === all.at(-1) ? '.' : ','}`, person(name))),
    );
    await intake.decideAll(id);
    return id;
  };
  const items = [await take(names), await take(names.toReversed())];
  const sent = await Promise.all(items.map((item) => intake.send(item)));
  expect(sent.map(({ records }) => records.length)).toEqual([40, 40]);
  const slugs = await intake.db.record.findMany({
    where: { slug: { startsWith: 'newcomer' } },
    select: { slug: true },
  });
  expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(80);
});
