import { useEffect, useRef, useState } from 'react';
import './card.css';
import type { CardJson } from '#bot/web/api/contract/try-contract.ts';
import { useShellWords } from '../shell/tab-context.ts';

/** An Adaptive Card as Teams would show it, with Microsoft's own renderer, loaded when first needed. Its buttons do nothing. */
export function CardView({ card }: { card: CardJson }) {
  const words = useShellWords().card;
  const place = useRef<HTMLDivElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isGone = false;
    import('./render-card.ts')
      .then(({ renderCard }) => {
        if (isGone) return;
        const element = renderCard(card);
        place.current?.replaceChildren(element ?? '');
        setBroken(element === null);
      })
      .catch(() => setBroken(true));
    return () => {
      isGone = true;
    };
  }, [card]);
  return (
    <section className="card-view" aria-label={words.label}>
      <div ref={place} />
      {isBroken && <p>{words.broken}</p>}
    </section>
  );
}
