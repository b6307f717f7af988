import { historyPage } from '../../../../lib/history-page';

export const dynamic = 'force-dynamic';

export default historyPage('actor');
