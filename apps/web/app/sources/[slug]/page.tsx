import { sourcePage } from '../../../lib/source-page';

export const dynamic = 'force-dynamic';

export default sourcePage;
