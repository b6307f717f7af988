import { recordPage } from '../../../lib/record-page';

export const dynamic = 'force-dynamic';

export default recordPage('article');
