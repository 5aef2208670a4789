import type { LiveParticipant } from './LiveParticipant.ts';
import type { LiveProducer, LiveStream } from './LiveStream.ts';

/** Lets the media of a producer flow, or stops it in the SFU: only what its publisher has on and nobody keeps off flows. */
export async function applyFlow(
  participant: LiveParticipant,
  stream: LiveStream,
  producer: LiveProducer,
): Promise<void> {
  try {
    await producer.media.setPaused(!producer.enabled || producer.censored);
  } catch (error) {
    // One that was closed meanwhile carries nothing any more.
    const there = !participant.gone && participant.streams.get(stream.key)?.producer(producer.kind) === producer;
    if (there) throw error;
  }
}
