'use client';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { TileFailed } from './TileFailed.tsx';

interface TileBoundaryProps {
  readonly participantId: string;
  readonly children: ReactNode;
}

/** A tile that throws while it is rendered takes no other one with it, and not the room either. */
export class TileBoundary extends Component<TileBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    // Nothing is lost silently: whoever watches the page's errors hears of it.
    globalThis.reportError?.(
      new Error(`Parlour: a tile could not be rendered.${componentStack ?? ''}`, { cause: error }),
    );
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <TileFailed participantId={this.props.participantId} onRetry={() => this.setState({ failed: false })} />;
  }
}
