'use client';
import type { ReactNode } from 'react';
import { ParticipantTile } from '../participant-tile/ParticipantTile.tsx';
import { TileBoundary } from '../room-stage/boundary/TileBoundary.tsx';
import { FloatingSelfViewRoot, type FloatingSelfViewRootProps } from './root/FloatingSelfViewRoot.tsx';

export interface FloatingSelfViewProps extends Omit<FloatingSelfViewRootProps, 'renderTile'> {
  /** @default your own tile */
  children?: ReactNode;
}

/**
 * Your own picture, floating over the others in a corner of the nearest positioned element around it. It is dragged to
 * another corner, or moved there with the arrow keys. Renders a `<div>` with the role `group`; nothing before the first
 * connection.
 */
export function FloatingSelfView({ children, ...props }: FloatingSelfViewProps) {
  return (
    <FloatingSelfViewRoot
      {...props}
      renderTile={(localId) => (
        <TileBoundary participantId={localId}>{children ?? <ParticipantTile participantId={localId} />}</TileBoundary>
      )}
    />
  );
}
