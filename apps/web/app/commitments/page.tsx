import { listPage } from '../../lib/list-page';

export const dynamic = 'force-dynamic';

export default listPage('commitment');
