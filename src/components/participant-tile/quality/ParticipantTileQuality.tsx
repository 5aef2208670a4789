'use client';
import type { PartProps } from '../../../ui/index.ts';
import { ConnectionQuality, type ConnectionQualityState } from '../../connection-quality/ConnectionQuality.tsx';
import { useTileContext } from '../TileContext.ts';

export interface ParticipantTileQualityProps extends PartProps<'span', ConnectionQualityState> {
  /** `poor`: only while the connection is. @default 'poor' */
  show?: 'poor' | 'always' | undefined;
}

/** How good the person's connection is, as bars. Renders a `<span>`, or nothing. */
export function ParticipantTileQuality({ show = 'poor', className, ...props }: ParticipantTileQualityProps) {
  const { participantId } = useTileContext();
  return (
    <ConnectionQuality
      participantId={participantId}
      show={show}
      className={(state) => {
        const own = typeof className === 'function' ? className(state) : className;
        return `parlour-tile-sign parlour-tile-quality ${own ?? ''}`.trimEnd();
      }}
      {...props}
    />
  );
}
