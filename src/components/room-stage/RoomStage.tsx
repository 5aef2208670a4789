'use client';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo } from 'react';
import { type RoomLayout, useConnection, useLayout, useRoomState, useRoomStore, viewOf } from '../../hooks/index.ts';
import type { Tile } from '../../store/index.ts';
import { type PartProps, useRenderElement } from '../../ui/index.ts';
import { lazyPart } from '../lazy-part/lazyPart.tsx';
import { Pagination } from '../pagination/Pagination.tsx';
import { ParticipantTile } from '../participant-tile/ParticipantTile.tsx';
import { RoomStageAudience } from './audience/RoomStageAudience.tsx';
import { TileBoundary } from './boundary/TileBoundary.tsx';
import { RoomStageEmpty } from './empty/RoomStageEmpty.tsx';
import { RoomStageList } from './list/RoomStageList.tsx';
import { StageContext } from './StageContext.ts';
import { useStage } from './useStage.ts';
import { useSwipe } from './useSwipe.ts';

/** What a stage shows as `data-*`. */
export interface RoomStageState {
  readonly layout: RoomLayout;
  /** Something has the large part: a shared screen, who is pinned or in the spotlight, who speaks. */
  readonly featuring: boolean;
  /** Nobody else is in the room. */
  readonly empty: boolean;
}

export interface RoomStageProps extends Omit<PartProps<'div', RoomStageState>, 'children'> {
  /** @default the one chosen with {@link useLayout} */
  layout?: RoomLayout | undefined;
  /** The most tiles on a page. @default 'auto': as many as can be told apart, 49 at most */
  pageSize?: number | 'auto' | undefined;
  /** Those who may publish nothing: a number (`counted`), or `tiles` like everybody. @default 'counted' */
  audience?: 'counted' | 'tiles' | undefined;
  /** Your own camera: a tile like all others, `floating` over them, or not to be seen. @default 'tile' */
  selfView?: 'tile' | 'floating' | 'hidden' | undefined;
  /** Ids of participants that are large for everybody: your application says who. */
  spotlight?: readonly string[] | undefined;
  /** Makes each tile. Keep the function, or every render renders all tiles. @default a {@link ParticipantTile} */
  renderTile?: ((tile: Tile) => ReactNode) | undefined;
  /** Shown over the stage while nobody else is in the room; null for nothing. @default a line that says so */
  empty?: ReactNode;
  /** Shown below the tiles while there are several pages; null for nothing. @default {@link Pagination} */
  pagination?: ReactNode;
}

const NOBODY: readonly string[] = [];
const defaultTile = ({ participantId, key }: Tile) => <ParticipantTile participantId={participantId} streamKey={key} />;

/** What floats, fetched when something is to. */
export const FloatingSelfView = /* @__PURE__ */ lazyPart(
  async () => (await import('../floating-self-view/root/FloatingSelfViewRoot.tsx')).FloatingSelfViewRoot,
  { placement: 'popup' },
);
const renderSelf = (localId: string) => (
  <TileBoundary participantId={localId}>
    <ParticipantTile participantId={localId} />
  </TileBoundary>
);

/**
 * All pictures of a room, in one of its layouts. Tiles stay mounted when the layout changes, pages are turned, or people
 * move, so that no picture flickers. `PageUp`, `PageDown` and a swipe turn pages; a double click pins a tile.
 * Fills its container, which must have a height. Renders a `<div>`.
 */
export function RoomStage({
  layout: givenLayout,
  pageSize = 'auto',
  audience = 'counted',
  selfView = 'tile',
  spotlight = NOBODY,
  renderTile = defaultTile,
  empty = <RoomStageEmpty />,
  pagination = <Pagination />,
  ...props
}: RoomStageProps) {
  const view = viewOf(useRoomStore());
  const { layout: chosenLayout } = useLayout();
  const layout = givenLayout ?? chosenLayout;
  const stage = useStage({ layout, pageSize, audience, self: selfView === 'tile', spotlight });
  const { model, page, pages } = stage;
  const nobodyElse = useRoomState('participants', ({ participants }) => participants.size < 2);
  const { status } = useConnection();
  const alone = status === 'connected' && nobodyElse;
  const swipe = useSwipe(model, page, pages);
  const context = useMemo(
    () => ({ page, pages, setPage: (wanted: number) => model.setPage(wanted) }),
    [model, page, pages],
  );

  const turnPage = (event: KeyboardEvent) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    if (by === undefined || pages < 2) return;
    event.preventDefault();
    model.setPage(page + by);
  };
  const pin = ({ target }: MouseEvent) => {
    const element = target as HTMLElement;
    const id = element.closest<HTMLElement>('[data-tile]')?.dataset.tile;
    if (id !== undefined && !element.closest('button, a, input')) view.setPinned(id, !view.pinned.includes(id));
  };

  const element = useRenderElement(
    'div',
    props,
    { layout, featuring: stage.featuring, empty: alone },
    {
      className: 'parlour-stage',
      onKeyDown: turnPage,
      children: (
        <>
          <RoomStageList model={model} options={stage.options} renderTile={renderTile} onDoubleClick={pin} {...swipe} />
          {(stage.audience > 0 || (pages > 1 && pagination !== null)) && (
            <div className="parlour-stage-footer">
              {stage.audience > 0 && <RoomStageAudience count={stage.audience} />}
              {pages > 1 && pagination}
            </div>
          )}
          {selfView === 'floating' && <FloatingSelfView renderTile={renderSelf} />}
          {alone && selfView === 'tile' && empty}
        </>
      ),
    },
  );
  return <StageContext value={context}>{element}</StageContext>;
}
