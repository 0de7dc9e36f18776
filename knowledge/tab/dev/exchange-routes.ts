import type { ImportPreview } from '#bot/web/api/contract/exchange-contract.ts';
import { emptyContent } from './note-data.ts';
import { ok, type Route, refuse } from './route.ts';

/** Whatever is read becomes the same four notes; a file whose name holds "fel" cannot be read. */
export function exchangeRoutes(): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/import/preview',
      answer: ({ query }) => {
        const name = query.get('name') ?? 'fil';
        if (/fel/.test(name))
          return refuse(422, 'invalid-input', 'Det är inte en Word-fil. Spara den som .docx.');
        return ok(/tom/.test(name) ? { file: name, notes: [], left: [] } : previewOf(name));
      },
    },
    {
      method: 'POST',
      path: '/import',
      answer: ({ body }) => {
        const sent = JSON.stringify(body);
        if (sent.includes('går inte')) return refuse(503, 'unavailable');
        const count = sent.split('"folder"').length - 1;
        return ok({ ids: Array.from({ length: count }, (_, index) => `solrosen/ny-${index}`) });
      },
    },
    {
      method: 'GET',
      path: '/export',
      answer: () => ({
        status: 200,
        bytes: new Uint8Array([80, 75, 5, 6, ...Array(18).fill(0)]),
        type: 'application/zip',
      }),
    },
  ];
}

const content = (title: string, change: Partial<typeof emptyContent>) => ({
  ...emptyContent,
  title,
  ...change,
});

function previewOf(file: string): ImportPreview {
  return {
    file,
    left: ['Två bilder kunde inte läsas.'],
    notes: [
      {
        key: '1',
        folder: 'solrosen',
        content: content('Laminatorn', {
          sites: ['solrosen'],
          symptoms: ['laminatorn äter plasten'],
          intro: 'Den behöver tio minuter för att bli varm.',
          stepsTitle: 'Gör så här',
          steps: ['Sätt på den.', 'Vänta tills lampan är grön.'],
        }),
        faults: [],
        like: null,
      },
      {
        key: '2',
        folder: 'solrosen',
        content: content('Skrivaren', {
          category: 'printer',
          sites: ['solrosen'],
          intro: 'Skrivaren somnar.',
        }),
        faults: [
          {
            field: 'owner',
            level: 'warning',
            message: 'Notisen har ingen ägare. Välj någon när du publicerar.',
          },
        ],
        like: { id: 'solrosen/skrivaren', title: 'Skrivaren i personalrummet' },
      },
      {
        key: '3',
        folder: '_shared',
        content: content('', { intro: 'Ring växeln om telefonen är tyst.', category: 'phone' }),
        faults: [{ field: 'title', level: 'error', message: 'Rubriken saknas.' }],
        like: null,
      },
      {
        key: '4',
        folder: '_shared',
        content: content('Lösenord till wifi', { category: 'network', intro: '…' }),
        faults: [
          { field: 'intro', level: 'error', message: 'Det ser ut som ett lösenord. Ta bort det ur filen.' },
        ],
        like: null,
      },
    ],
  };
}
