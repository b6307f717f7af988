import { boardPage } from '../../../../lib/board-page';

export const dynamic = 'force-dynamic';

export default boardPage('issue');
