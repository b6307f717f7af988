import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import { exportsPage, type About } from './about';
import { jsonLists } from './json-list';

interface IssueRow {
  id: string;
  slug: string;
  title: string;
  question: string;
  description: string | null;
  translations: { language: string; title: string | null; question: string | null }[] | null;
}

/** How many issues are read at once. */
const batch = 500;

const context = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
};

const said = (value: string, language: string) => ({ '@value': value, '@language': language });

/** The issues as a concept scheme (SKOS, as JSON-LD), with their labels in every language in which they are public. */
export function skos(published: Published, about: About): AsyncGenerator<string> {
  const scheme = `${about.site}/issues`;
  return jsonLists(
    {
      '@context': context,
      '@id': scheme,
      '@type': 'skos:ConceptScheme',
      'dcterms:title': said('Issues of the public record', 'en'),
      'dcterms:source': { '@id': `${about.site}${exportsPage}` },
    },
    { 'skos:hasTopConcept': issues(published, scheme) },
  );
}

async function* issues(published: Published, scheme: string): AsyncGenerator<object> {
  for (let after = ''; ;) {
    const rows = await published.$queryRaw<IssueRow[]>(Prisma.sql`
      SELECT i."id", e."slug", e."title", i."question", v."content" ->> 'description' AS "description",
        (SELECT jsonb_agg(jsonb_build_object('language', t."language", 'title', t."texts" ->> '/shortTitle', 'question', t."texts" ->> '/question')
           ORDER BY t."language") FROM "PublishedTranslation" t WHERE t."recordId" = i."id") AS "translations"
      FROM "Issue" i JOIN "Entry" e ON e."id" = i."id"
        JOIN "PublishedRevision" v ON v."recordId" = e."id" AND v."revisionNumber" = e."revisionNumber"
      WHERE i."id" > ${after} ORDER BY i."id" LIMIT ${batch}`);
    for (const { id, slug, title, question, description, translations } of rows) {
      const others = translations ?? [];
      yield {
        '@id': `${scheme}/${slug}`,
        '@type': 'skos:Concept',
        'dcterms:identifier': id,
        'skos:inScheme': { '@id': scheme },
        'skos:prefLabel': [
          said(title, 'en'),
          ...others.flatMap((one) => (one.title === null ? [] : [said(one.title, one.language)])),
        ],
        'skos:definition': [
          said(question, 'en'),
          ...others.flatMap((one) => (one.question === null ? [] : [said(one.question, one.language)])),
        ],
        ...(description === null ? {} : { 'skos:scopeNote': said(description, 'en') }),
        'foaf:isPrimaryTopicOf': { '@id': `${scheme}/${slug}` },
      };
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < batch) return;
  }
}
