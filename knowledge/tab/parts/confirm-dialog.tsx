import { Button } from '@fluentui/react-components';
import { useShellWords } from '../shell/tab-context.ts';
import { Modal } from './modal.tsx';

type Props = {
  isOpen: boolean;
  title: string;
  text: string;
  yes: string;
  onYes: () => void;
  onClose: () => void;
};

/** A question before something that is seen by many, or cannot be undone. */
export function ConfirmDialog({ isOpen, title, text, yes, onYes, onClose }: Props) {
  const words = useShellWords();
  const agree = () => {
    onClose();
    onYes();
  };
  return (
    <Modal
      isOpen={isOpen}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button appearance="primary" onClick={agree}>
            {yes}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Modal>
  );
}
