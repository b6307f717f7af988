import { statementsPage } from '../../../../lib/related-page';

export const dynamic = 'force-dynamic';

export default statementsPage('event');
