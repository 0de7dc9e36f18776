import { Button } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import './more-actions.css';

type Props = { label: string; actions: readonly { label: string; onUse: () => void }[] };

/** What is done more seldom, behind a button. Escape closes, and so does going elsewhere. */
export function MoreActions({ label, actions }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [side, setSide] = useState<'left' | 'right'>('right');
  const opener = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    setOpen(false);
    opener.current?.querySelector('button')?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its buttons leave
    <div ref={opener} className="more-actions" onKeyDown={onKeyDown} onBlur={onBlur}>
      <Button
        appearance="subtle"
        icon={<MoreHorizontalRegular />}
        aria-label={label}
        aria-expanded={isOpen}
        onClick={(event) => {
          // It opens towards the middle of the page, so that nothing falls outside a narrow one.
          setSide(event.currentTarget.getBoundingClientRect().left < innerWidth / 2 ? 'left' : 'right');
          setOpen(!isOpen);
        }}
      />
      {isOpen && (
        <ul data-side={side}>
          {actions.map((action) => (
            <li key={action.label}>
              <Button
                appearance="subtle"
                onClick={() => {
                  setOpen(false);
                  action.onUse();
                }}
              >
                {action.label}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
