import { diffPage } from '../../../../lib/history-page';

export const dynamic = 'force-dynamic';

export default diffPage('event');
