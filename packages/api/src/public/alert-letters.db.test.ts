import { lookForAlerts } from '@rapporteur/core/alert/look';
import { sampleIssue, sampleState } from '@rapporteur/core/bundle/sample';
import { createDraft } from '@rapporteur/core/record/create';
import { describe, expect, it } from 'vitest';
import { secretIn } from '../testing/alerts';
import { origin, recordWithReaders, said } from '../testing/record-with-readers';

// What a mail to a reader says. On a real SMTP server.
const { ask, follower, idOf, importer, mailsTo, owner, put, server, work } = recordWithReaders();

/** Of each language, words that its letters alone have. */
const otherLetters: [string, string[]][] = [
  ['uk', ['Виправлення: заява', 'Чому: ', 'Що змінилося: ', 'одразу']],
  ['hu', ['Helyesbítés: nyilatkozat', 'Miért: ', 'Mi változott: ', 'azonnal']],
  ['fr', ['Rectification: déclaration', 'Pourquoi', 'Ce qui a changé', 'aussitôt']],
  ['de', ['Berichtigung: Äußerung', 'Warum: ', 'Was sich geändert hat: ', 'sofort']],
];

describe('a mail', () => {
  it('tells the assertion, what became of it and where it stands for ever, corrections first, and why it comes', async () => {
    await follower('reader@example.org', { about: await idOf('sampleland') });
    await put(
      said('loud', 'It was loud.'),
      { ...said('was-calm', 'It was not calm.'), change: 'correct', note: 'We had left a word out.' },
      said('elsewhere', 'Nobody was there.', 'actors/otherland'),
    );
    await work();
    const [mail, ...more] = server().received;
    expect(more).toEqual([]);
    expect(mail?.recipients).toEqual(['reader@example.org']);
    const text = mail?.text ?? '';
    expect(text.indexOf('Correction: statement')).toBeGreaterThan(0);
    expect(text.indexOf('Correction: statement')).toBeLessThan(text.indexOf('New: statement'));
    for (const part of [
      'Why: We had left a word out.',
      'It was not calm.',
      `This version: ${origin}/r/${await idOf('was-calm')}@2`,
      `What changed: ${origin}/statements/was-calm/diff?to=2`,
      'It was loud.',
      `This version: ${origin}/r/${await idOf('loud')}@1`,
      'You get this because on ',
      `${origin}/actors/sampleland`,
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('Nobody was there');
    const leave = `${origin}/alerts/leave/${secretIn(mail, 'leave')}`;
    expect(text).toContain(leave);
    const headers = new Map(mail?.headers);
    expect(headers.get('list-unsubscribe')).toBe(`<${leave}>`);
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headers.get('subject')).toBe('New in the record: 2 changes');
    expect([...headers.keys()].toSorted()).toEqual(
      'auto-submitted content-transfer-encoding content-type date from list-unsubscribe list-unsubscribe-post message-id mime-version subject to'.split(
        ' ',
      ),
    );
  });

  it('tells of what does not belong there any more, and of nothing that only its wording changed', async () => {
    await follower('reader@example.org', { about: await idOf('sampleland') });
    await put({ ...said('short', 'It was short.', 'actors/otherland'), change: 'correct', note: 'Otherland said it.' });
    await put({ ...said('loud', 'It was very loud.'), change: 'edit' });
    await work();
    expect(server().received.map(({ text }) => text.includes('Why: Otherland said it.'))).toEqual([true]);
    expect(server().received[0]?.text).not.toContain('very loud');
  });

  it('of a search tells what came into its answer, what changed in it, and what has left it', async () => {
    await put(said('harbour', 'The harbour stays open.'), said('quay', 'The harbour has a quay.'));
    await follower('reader@example.org', {
      about: `search\nq=harbour\nkind=statement\nactor=${await idOf('sampleland')}`,
    });
    await put(
      said('pier', 'The harbour has a pier.'),
      said('road', 'The road is closed.'),
      { ...said('quay', 'The road has a quay.'), change: 'correct', note: 'It was the road.' },
      { type: 'withdrawal', kind: 'statement', slug: 'harbour', reason: 'It was never said.' },
    );
    await work();
    const [mail] = server().received;
    for (const part of [
      'The harbour has a pier.',
      'Why: It was the road.',
      'Why: It was never said.',
      'the search “harbour” (statement, “Sampleland”)',
    ])
      expect(mail?.text).toContain(part);
    expect(mail?.text).not.toContain('The road is closed.');
    expect(new Map(mail?.headers).get('subject')).toBe('New in the record: 3 changes');
  });

  it('says nothing of what is not public, and no word of what was withdrawn before it left', async () => {
    await follower('reader@example.org');
    const content = { ...sampleIssue.content, question: 'CNRY-DRAFT-mail', shortTitle: 'CNRY-DRAFT-mail' };
    await createDraft(owner(), importer(), { kind: 'issue', slug: 'canary', content, citations: [] });
    await put(said('regretted', 'It was regretted.'));
    await lookForAlerts(owner());
    await put({ type: 'withdrawal', kind: 'statement', slug: 'regretted', reason: 'Another said it.' });
    await work();
    expect(JSON.stringify(server().received)).not.toMatch(/CNRY|It was regretted/);
    expect(mailsTo('reader@example.org')).toHaveLength(1);
  });

  it.each(otherLetters)(
    'speaks the language in which it was asked for, and leads on in it: %s',
    async (language, words) => {
      await follower('reader@example.org', { about: await idOf('sampleland'), language });
      await put({
        ...said('was-calm', `It was calm, said ${language}.`),
        change: 'correct',
        note: `We had the day wrong (${language}).`,
      });
      await work();
      const [mail] = server().received;
      for (const part of words) expect(mail?.text).toContain(part);
      const links = [...(mail?.text ?? '').matchAll(/https:[^\s]+/g)].map(([link]) => link.replace(/[,)]+$/, ''));
      expect(links.length).toBeGreaterThan(4);
      expect(links.filter((link) => link !== origin && !link.startsWith(`${origin}/${language}/`))).toEqual([]);
      expect(mail?.text).not.toMatch(/You get this|What changed|What is new|Correction:|Its page/);
      expect(new Map(mail?.headers).get('list-unsubscribe')).toContain(`${origin}/${language}/alerts/leave/`);
    },
  );

  it('asks for a confirmation in the language of the reader, and another asks in another', async () => {
    await ask('reader@example.org', { language: 'de' });
    await work();
    expect(server().received[0]?.text).toContain(`${origin}/de/alerts/confirm/`);
    await ask('reader@example.org', { language: 'hu' });
    await work();
    expect(server().received[1]?.text).toContain('nyomja meg a gombot');
    await expect(ask('reader@example.org', { language: 'xx' })).rejects.toThrow(/Alert_language/);
  });

  it('of many changes tells fifty, and how many there were', async () => {
    await follower('reader@example.org', { about: 'record' });
    await put(...Array.from({ length: 53 }, (_, index) => sampleState(`many-${index}`)));
    await work();
    const [mail] = server().received;
    expect(mail?.text.match(/^New: actor/gm)).toHaveLength(50);
    expect(mail?.text).toMatch(/These are 50 of 53\. All are here:\s+https:\/\/record\.example\.org\/changes\s/);
  });
});
