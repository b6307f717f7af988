import { eventsPage } from '../../lib/events-page';

export const dynamic = 'force-dynamic';

export default eventsPage;
