import { type ReactNode, useEffect, useId, useRef } from 'react';
import './modal.css';

type Props = {
  isOpen: boolean;
  title: string;
  children: ReactNode;
  /** The buttons at its foot. */
  actions: ReactNode;
  onClose: () => void;
};

/**
 * A dialog over the page: the browser's own, which keeps the focus inside, closes with Escape and gives the focus
 * back. Fluent's leaves hidden elements that take focus, which is a fault to axe-core and heard by screen readers.
 */
export function Modal({ isOpen, title, children, actions, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="modal" aria-labelledby={id} onClose={onClose}>
      {isOpen && (
        <>
          <h2 id={id}>{title}</h2>
          <div className="modal-body">{children}</div>
          <div className="modal-actions">{actions}</div>
        </>
      )}
    </dialog>
  );
}
