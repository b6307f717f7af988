const text = 'Ruritania met Grand Fenwick. Ruritania refuses to sell bees.';
/** A report of two sentences, as a line of a bundle. */
export const report = JSON.stringify({
  type: 'record',
  kind: 'source',
  slug: 'report',
  content: {
    title: 'A report',
    form: 'article',
    publisher: null,
    author: null,
    language: 'en',
    published: '2023-11-29',
    address: null,
    archivedAddress: null,
    rights: 'full',
    licence: null,
    note: null,
    versions: [{ text, fetched: '2023-11-29T21:40:00Z' }],
  },
  citations: [],
});
/** What is on record of a state by its name alone. */
export const actorContent = (name: string) => ({
  type: 'state',
  names: [{ text: name, language: 'en', use: 'preferred' }],
  description: null,
  identifiers: [],
  memberships: [],
  offices: [],
});
/** A state that rests on words of the report, as a line of a bundle. */
export const actorLine = (slug: string, name: string, quote = name, more: object = {}) =>
  JSON.stringify({
    type: 'record',
    kind: 'actor',
    slug,
    content: { ...actorContent(name), ...more },
    citations: [
      {
        field: '/names/0',
        role: 'supports',
        source: 'sources/report',
        quote,
        ...(quote === 'Ruritania' ? { suffix: ' met' } : {}),
      },
    ],
  });
