import { sourcesPage } from '../../lib/sources-page';

export const dynamic = 'force-dynamic';

export default sourcesPage;
