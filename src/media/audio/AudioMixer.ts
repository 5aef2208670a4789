import type { AudioSurroundings } from './AudioSurroundings.ts';

/** Mixes any number of tracks into one. Nothing is heard of it until the mix is played. */
export class AudioMixer {
  readonly track: MediaStreamTrack;
  readonly #context: AudioContext;
  readonly #surroundings: AudioSurroundings;
  readonly #mix: MediaStreamAudioDestinationNode;

  constructor(context: AudioContext, surroundings: AudioSurroundings) {
    this.#context = context;
    this.#surroundings = surroundings;
    this.#mix = context.createMediaStreamDestination();
    this.track = this.#mix.stream.getAudioTracks()[0] as MediaStreamTrack;
    // iOS interrupts it for a call or for Siri, and leaves it so: https://bugs.webkit.org/show_bug.cgi?id=243249
    context.addEventListener('statechange', this.resume);
  }

  /** Adds a track to the mix. @returns Takes it out again. */
  add(track: MediaStreamTrack): () => void {
    const stream = this.#surroundings.createStream(track);
    const source = this.#context.createMediaStreamSource(stream);
    source.connect(this.#mix);
    // Chromium decodes what comes over the network only while an element plays it, be it without a sound:
    // https://crbug.com/121673
    const element = this.#surroundings.createElement();
    element.muted = true;
    element.srcObject = stream;
    element.play().catch(() => {});
    return () => {
      source.disconnect();
      element.srcObject = null;
    };
  }

  /** Goes on after an interruption, or begins where the browser has waited for a click. */
  readonly resume = (): void => {
    if (this.#context.state === 'running' || this.#context.state === 'closed') return;
    // Not before the person has done something; then it is called again.
    this.#context.resume().catch(() => {});
  };

  close(): void {
    this.#context.removeEventListener('statechange', this.resume);
    this.track.stop();
    void this.#context.close().catch(() => {});
  }
}
