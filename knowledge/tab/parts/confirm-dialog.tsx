import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useShellWords } from '../shell/tab-context.ts';

type Props = {
  isOpen: boolean;
  title: string;
  text: string;
  yes: string;
  onYes: () => void;
  onClose: () => void;
};

/** A question before something that is seen by many. */
export function ConfirmDialog({ isOpen, title, text, yes, onYes, onClose }: Props) {
  const words = useShellWords();
  const agree = () => {
    onClose();
    onYes();
  };
  return (
    <Dialog open={isOpen} modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{text}</DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button appearance="primary" onClick={agree}>
              {yes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
