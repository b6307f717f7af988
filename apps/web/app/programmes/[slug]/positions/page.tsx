import { positionsPage } from '../../../../lib/related-page';

export const dynamic = 'force-dynamic';

export default positionsPage('programme');
