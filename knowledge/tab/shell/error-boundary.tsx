import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { tabTexts } from '#bot/i18n/tab.ts';
import type { TabLanguage } from '../host/host.ts';

type Props = {
  language: TabLanguage;
  /** Around everything: what stands instead is then the page's main part. */
  isOutermost?: boolean;
  children: ReactNode;
};

/** A fault in a view becomes a sentence with a number to quote; the rest of the tab stays. */
export class ErrorBoundary extends Component<Props, { reference: string | null }> {
  override state: { reference: string | null } = { reference: null };

  static getDerivedStateFromError(): { reference: string } {
    return { reference: crypto.randomUUID().slice(0, 8) };
  }

  override render(): ReactNode {
    const { reference } = this.state;
    if (reference === null) return this.props.children;
    const words = tabTexts[this.props.language];
    const Place = this.props.isOutermost ? 'main' : 'div';
    return (
      <Place className="standing">
        <div role="alert">
          <h1>{words.somethingWrong}</h1>
          <p>{words.somethingWrongHelp}</p>
          <p>{words.reference(reference)}</p>
        </div>
        <Button appearance="primary" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </Place>
    );
  }
}
