import { saidIn } from '@rapporteur/ui/languages';
import { questionTitle } from '@rapporteur/ui/question/question-title';
import { pageLanguage, publicApi } from '../../../../lib/api';
import { answerCitedAs, citationFormats } from '../../../../lib/citation';
import { withNames } from '../../../../lib/names';

export const dynamic = 'force-dynamic';

interface Params {
  params: Promise<{ question: string; file: string }>;
}

/** An answer as it is cited, in the format that the address names, or as the document whose hash its id begins with. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { question: id, file } = await params;
  return (
    (file === 'answer.json' ? await document(id) : await citation(id, file)) ?? new Response(null, { status: 404 })
  );
}

async function document(id: string): Promise<Response | null> {
  const text = await (await publicApi()).question.answer({ id });
  return text === null ? null : download(text, 'application/json', `${nameOf(id)}.json`);
}

/** What is not the answer that was cited has no citation. */
async function citation(id: string, file: string): Promise<Response | null> {
  const format = Object.hasOwn(citationFormats, file) ? citationFormats[file] : undefined;
  const reopened = format === undefined ? null : await withNames(await (await publicApi()).question.reopen({ id }));
  if (format === undefined || reopened === null || !reopened.verified) return null;
  const language = await pageLanguage();
  const title = saidIn(language, () => questionTitle(reopened.question, reopened.about));
  const item = answerCitedAs(reopened.frozen, title, language);
  return item && download(format.write(item), format.mediaType, `${nameOf(id)}.${file.replace('citation.', '')}`);
}

/** The part of an id that a file can be called by. */
const nameOf = (id: string): string => `answer-${id.split('-').slice(0, 2).join('-')}`;

const download = (text: string, mediaType: string, name: string): Response =>
  new Response(text, {
    headers: {
      'content-type': `${mediaType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
