import { createRoot } from 'react-dom/client';
import { openHost } from './host/open-host.ts';
import './shell/base.css';
import { Shell } from './shell/shell.tsx';

const place = document.getElementById('root');
if (place === null) throw new Error('the page has no root');
const host = await openHost();
createRoot(place).render(<Shell host={host} />);
