import { saidIn } from '@rapporteur/ui/languages';
import { pageLanguage } from '../../lib/api';
import { pictureOfSite } from '../../lib/share';
import { pictureAnswer } from '../../share/png';

export const dynamic = 'force-dynamic';

/** The picture that is shown where a page is shared that has none of its own. */
export async function GET(): Promise<Response> {
  const language = await pageLanguage();
  return pictureAnswer(saidIn(language, pictureOfSite));
}
