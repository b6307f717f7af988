import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { Texts } from '@rapporteur/domain/translation/texts';
import { shownTexts } from '../bundle/export-translations';
import { exportsPage, type About } from './about';
import { jsonLists } from './json-list';

interface IssueRow {
  id: string;
  slug: string;
  title: string;
  question: string;
  description: string | null;
  content: unknown;
  translations: { language: string; texts: Texts; base: unknown }[] | null;
}

/** How many issues are read at once. */
const batch = 500;

const context = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
};

const said = (value: string, language: string) => ({ '@value': value, '@language': language });

/** The issues as a concept scheme (SKOS, as JSON-LD), with their labels in every language in which readers see them. */
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
      SELECT i."id", e."slug", e."title", i."question", v."content" ->> 'description' AS "description", v."content",
        (SELECT jsonb_agg(jsonb_build_object('language', t."language", 'texts', t."texts", 'base', b."content") ORDER BY t."language")
         FROM "PublishedTranslation" t JOIN "PublishedRevision" b ON b."recordId" = t."recordId" AND b."revisionNumber" = t."baseRevision"
         WHERE t."recordId" = i."id") AS "translations"
      FROM "Issue" i JOIN "Entry" e ON e."id" = i."id"
        JOIN "PublishedRevision" v ON v."recordId" = e."id" AND v."revisionNumber" = e."revisionNumber"
      WHERE i."id" > ${after} ORDER BY i."id" LIMIT ${batch}`);
    for (const { id, slug, title, question, description, content, translations } of rows) {
      const others = (translations ?? []).map(({ language, texts, base }) => ({
        language,
        texts: shownTexts('issue', { texts, base, current: content }),
      }));
      const inOthers = (field: string) =>
        others.flatMap(({ language, texts }) => (texts[field] === undefined ? [] : [said(texts[field], language)]));
      yield {
        '@id': `${scheme}/${slug}`,
        '@type': 'skos:Concept',
        'dcterms:identifier': id,
        'skos:inScheme': { '@id': scheme },
        'skos:prefLabel': [said(title, 'en'), ...inOthers('/shortTitle')],
        'skos:definition': [said(question, 'en'), ...inOthers('/question')],
        ...(description === null ? {} : { 'skos:scopeNote': said(description, 'en') }),
        'foaf:isPrimaryTopicOf': { '@id': `${scheme}/${slug}` },
      };
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < batch) return;
  }
}
