'use client';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { LazyPartFailed } from './LazyPartFailed.tsx';
import type { LazyPartPlacement } from './lazyPart.tsx';

interface LazyPartBoundaryProps {
  readonly placement: LazyPartPlacement;
  /** Before it is tried again. */
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

/** A part that cannot be loaded, or throws, takes nothing of the room with it. */
export class LazyPartBoundary extends Component<LazyPartBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    globalThis.reportError?.(
      new Error(`Parlour: a part that is loaded when it is opened could not be shown.${componentStack ?? ''}`, {
        cause: error,
      }),
    );
  }

  override render(): ReactNode {
    const { placement, onRetry, children } = this.props;
    if (!this.state.failed) return children;
    const retry = () => {
      onRetry();
      this.setState({ failed: false });
    };
    return <LazyPartFailed placement={placement} onRetry={retry} />;
  }
}
