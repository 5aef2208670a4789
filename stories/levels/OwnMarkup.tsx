import {
  type Room,
  RoomAudio,
  RoomProvider,
  useMicrophone,
  useParticipant,
  useParticipants,
  useStreamVideo,
} from 'parlour';
import { useEffect } from 'react';

/** A `<video>` on the page is the subscription: its size chooses the layer, out of sight it is paused. */
function Person({ id }: { id: string }) {
  const person = useParticipant(id);
  const { videoProps, hasVideo } = useStreamVideo(id);
  return (
    <figure style={{ margin: 0, inlineSize: 220 }}>
      <video
        {...videoProps}
        style={{
          display: 'block',
          inlineSize: '100%',
          aspectRatio: '16 / 9',
          objectFit: 'cover',
          opacity: hasVideo ? 1 : 0,
        }}
      />
      <figcaption>
        {person?.name}
        {person?.isSpeaking && ' speaks'}
      </figcaption>
    </figure>
  );
}

/** Lists give ids and items give objects: somebody who speaks renders one `Person`. */
function Everybody() {
  return useParticipants().map((id) => <Person key={id} id={id} />);
}

function Microphone() {
  const { buttonProps, enabled, error } = useMicrophone();
  return (
    <p>
      <button {...buttonProps}>Microphone</button> is {enabled ? 'on' : 'off'}. {error?.message}
    </p>
  );
}

export function OwnMarkup({ room }: { room: Room }) {
  useEffect(() => room.hold(), [room]);
  return (
    <RoomProvider room={room}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 16 }}>
        <Everybody />
      </div>
      <Microphone />
      <RoomAudio />
    </RoomProvider>
  );
}
