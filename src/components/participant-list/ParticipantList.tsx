'use client';
import { ParticipantListItems } from './items/ParticipantListItems.tsx';
import { ParticipantListMuteAll } from './mute-all/ParticipantListMuteAll.tsx';
import { ParticipantListRoot, type ParticipantListRootProps } from './root/ParticipantListRoot.tsx';
import { ParticipantListSearch } from './search/ParticipantListSearch.tsx';
import { ParticipantListStatus } from './status/ParticipantListStatus.tsx';
import { ParticipantListWaiting } from './waiting/ParticipantListWaiting.tsx';

export type ParticipantListProps = Omit<ParticipantListRootProps, 'children'>;

function DefaultList(props: ParticipantListProps) {
  return (
    <ParticipantListRoot {...props}>
      <ParticipantListWaiting />
      <ParticipantListSearch />
      <div className="parlour-people-header">
        <ParticipantListStatus />
        <ParticipantListMuteAll />
      </div>
      <ParticipantListItems />
    </ParticipantListRoot>
  );
}

/**
 * Who is in the room, raised hands first: with a search, and for moderators what they can do. It fills its container,
 * which must have a height. Parts: `Root`, `Waiting`, `Search`, `Status`, `MuteAll`, `Items`.
 */
export const ParticipantList = /* @__PURE__ */ Object.assign(DefaultList, {
  Root: ParticipantListRoot,
  Waiting: ParticipantListWaiting,
  Search: ParticipantListSearch,
  Status: ParticipantListStatus,
  MuteAll: ParticipantListMuteAll,
  Items: ParticipantListItems,
});
