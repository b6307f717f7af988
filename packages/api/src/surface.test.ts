import { initTRPC } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { adminRouter } from './admin/router';
import { publicRouter } from './public/router';
import { surfaceFaults } from './testing/surface';

describe('the surface of the API', () => {
  it('declares every public procedure as a query with a strict input and an output', () => {
    expect(surfaceFaults(publicRouter, 'public')).toEqual([]);
    expect(Object.keys(publicRouter._def.procedures).sort()).toEqual([
      'board.get',
      'event.issues',
      'event.list',
      'export.list',
      'feed.about',
      'feed.corrections',
      'feed.record',
      'feed.search',
      'programme.around',
      'publication.changes',
      'publication.list',
      'publication.moments',
      'publication.since',
      'question.answer',
      'question.freeze',
      'question.reopen',
      'record.diff',
      'record.get',
      'record.history',
      'record.link',
      'record.list',
      'record.permalink',
      'record.source',
      'record.sources',
      'related.mentions',
      'related.passageUses',
      'related.positions',
      'related.statements',
      'related.votes',
      'related.votesCompared',
      'search.find',
      'search.findToCite',
      'search.suggest',
      'status.get',
      'status.overview',
      'translation.get',
      'translation.names',
      'translation.orOriginal',
    ]);
  });

  it('declares every procedure of the desk with an action of the policy', () => {
    expect(surfaceFaults(adminRouter, 'admin')).toEqual([]);
    // Which they are is held in admin/access.db.test.ts, which has an input for each.
    expect(Object.keys(adminRouter._def.procedures).length).toBeGreaterThan(12);
  });

  it('would notice a procedure that lacks any of it', () => {
    const t = initTRPC.meta<{ action?: string }>().create();
    const input = z.strictObject({});
    const good = t.procedure.meta({ action: 'desk.read' });
    const planted = t.router({
      noInput: good.output(z.null()).query(() => null),
      noOutput: good.input(input).query(() => null),
      loose: good
        .input(z.object({}))
        .output(z.null())
        .query(() => null),
      noAction: t.procedure
        .input(input)
        .output(z.null())
        .query(() => null),
      unknownAction: t.procedure
        .meta({ action: 'record.burn' })
        .input(input)
        .output(z.null())
        .query(() => null),
      change: good
        .input(input)
        .output(z.null())
        .mutation(() => null),
    });
    expect(surfaceFaults(planted, 'admin')).toEqual([
      'noInput has no input',
      'noOutput has no output',
      'loose takes unknown fields',
      'noAction has no action of the policy',
      'unknownAction has no action of the policy',
    ]);
    expect(surfaceFaults(planted, 'public')).toContain('change is not a query');
  });
});
