import { mentionsPage } from '../../../../lib/related-page';

export const dynamic = 'force-dynamic';

export default mentionsPage('event');
