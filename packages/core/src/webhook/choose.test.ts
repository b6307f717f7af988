import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, begun, choose, mostTries, pauseAfter, type Waiting } from './choose';

const minute = 60_000;
const hour = 60 * minute;

interface Sent {
  sequence: number;
  at: number;
  delivered: boolean;
}

/**
 * All the tries of an address that begins with `count` deliveries at instant 0, in order, up to an instant. Whether a try gets
 * through is said by its sequence and its instant; each takes a second.
 */
function course(count: number, end: number, takes: (sequence: number, at: number) => boolean): Sent[] {
  const waiting = new Map<number, Waiting>();
  for (let sequence = 1; sequence <= count; sequence += 1)
    waiting.set(sequence, { id: String(sequence), sequence, attempts: 0, triedAt: null, asked: false });
  const sent: Sent[] = [];
  for (let now = 0, run = begun; now < end;) {
    const all = [...waiting.values()];
    const tried = all.filter(({ attempts }) => attempts > 0);
    const last = Math.max(0, ...tried.map(({ triedAt }) => triedAt?.getTime() ?? 0));
    const untried = all.find(({ attempts }) => attempts === 0) ?? null;
    const standing = { tried: tried.slice(0, 50), untried, lastTried: new Date(last) };
    const choice = choose(standing, run, now);
    if (!('now' in choice)) {
      if (choice.at === null) break;
      [now, run] = [Math.max(choice.at, now + 1), begun];
      continue;
    }
    const { sequence, attempts } = choice.now;
    const delivered = takes(sequence, now);
    sent.push({ sequence, at: now, delivered });
    if (delivered || attempts + 1 >= mostTries) waiting.delete(sequence);
    else waiting.set(sequence, { ...choice.now, attempts: attempts + 1, triedAt: new Date(now) });
    run = after(run, standing, choice.now, delivered);
    now += 1000;
  }
  return sent;
}

describe('what an address is told', () => {
  it('is everything, each once and in order, where it answers', () => {
    const sent = course(300, hour, () => true);
    expect(sent.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 300 }, (_, at) => at + 1));
  });

  it('goes on while one delivery fails, which is tried by its own rhythm', () => {
    const sent = course(40, 24 * hour, (sequence) => sequence !== 3);
    const others = sent.filter(({ sequence }) => sequence !== 3);
    expect(others).toHaveLength(39);
    expect(Math.max(...others.map(({ at }) => at))).toBeLessThan(minute);
    const own = sent.filter(({ sequence }) => sequence === 3).map(({ at }) => at);
    expect(own).toHaveLength(mostTries);
    // All the tries take more than half a day, each pause at least as long as the rhythm says.
    expect((own.at(-1) ?? 0) - (own[0] ?? 0)).toBeGreaterThan(12 * hour);
    for (const [at, instant] of own.slice(1).entries())
      expect(instant - (own[at] ?? 0)).toBeGreaterThanOrEqual(pauseAfter(at + 1));
  });

  it('is little while it fails, and all of it soon after it has come back, where something new was held', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 36 * hour }),
        fc.option(fc.integer({ min: 1, max: 400 }), { nil: 0 }),
        (more, outage, poison) => {
          const count = more + 4 + Math.ceil(outage / (10 * minute));
          const end = outage + 10 * minute + (count + 20) * 1000;
          const sent = course(count, end, (sequence, at) => at >= outage && sequence !== poison);
          const vain = sent.filter(({ at }) => at < outage).length;
          // The first two, a few by the rhythm of the first in each half day, and one in ten minutes.
          expect(vain).toBeLessThanOrEqual(2 + mostTries * (1 + outage / (12 * hour)) + outage / (10 * minute));
          const tries = new Map<number, number>();
          for (const { sequence } of sent) tries.set(sequence, (tries.get(sequence) ?? 0) + 1);
          const parked = [...tries].filter(([, times]) => times >= mostTries).map(([sequence]) => sequence);
          const delivered = sent.filter((one) => one.delivered);
          for (let sequence = 1; sequence <= count; sequence += 1)
            if (sequence !== poison && !parked.includes(sequence))
              expect(
                delivered.some((one) => one.sequence === sequence),
                `${sequence} waits`,
              ).toBe(true);
          // Waking is linear: whatever was held is sent once.
          expect(sent.length - vain).toBeLessThanOrEqual(count + 8);
        },
      ),
    );
  });

  it('begins with what somebody asks for, also while it fails', () => {
    const failing = [1, 2].map((sequence) => ({ id: String(sequence), sequence, attempts: 1, asked: false }));
    const now = Date.now();
    const tried = [...failing, { id: '9', sequence: 9, attempts: 12, asked: true }].map((one) => ({
      ...one,
      triedAt: new Date(now),
    }));
    const standing = { tried, untried: null, lastTried: new Date(now) };
    expect(choose(standing, begun, now)).toMatchObject({ now: { id: '9' } });
    expect(choose({ ...standing, tried: tried.slice(0, 2) }, begun, now)).toEqual({ at: now + pauseAfter(1) });
  });
});
