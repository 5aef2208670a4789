import type { MediaKind, RtpParameters } from '../../../src/protocol/index.ts';

/** How a codec is written to a file. */
export interface RecordedCodec {
  /** As the API names it. */
  readonly name: string;
  readonly kind: MediaKind;
  readonly clockRate: number;
  readonly payloadType: number;
  /** The lines of SDP after the codec's own. */
  readonly sdp: string;
  /** The ending of the file in the making, whose format can be read up to wherever writing was broken off. */
  readonly working: string;
  /** The ending of the finished file. */
  readonly finished: string;
  /** What ffmpeg is told beside that it copies. */
  readonly options: readonly string[];
}

const FILES: Record<string, Pick<RecordedCodec, 'working' | 'finished' | 'options'>> = {
  opus: { working: 'ogg', finished: 'ogg', options: [] },
  vp8: { working: 'webm', finished: 'webm', options: ['-cluster_time_limit', '1000'] },
  // ffmpeg finds no key frames in VP9 out of RTP; read from IVF, it does.
  vp9: { working: 'ivf', finished: 'webm', options: ['-copyinkf'] },
  h264: { working: 'mkv', finished: 'mp4', options: ['-cluster_time_limit', '1000'] },
};

/**
 * The codec of a track that comes with these parameters.
 *
 * @throws Error when it is none that is recorded.
 */
export function recordedCodec(kind: MediaKind, { codecs }: Pick<RtpParameters, 'codecs'>): RecordedCodec {
  const [codec] = codecs;
  const [, encoding = ''] = codec?.mimeType.split('/') ?? [];
  const name = encoding.toLowerCase();
  const file = FILES[name];
  if (!codec || !file) throw new Error(`A track with the codec ${codec?.mimeType} is not recorded.`);
  const { payloadType, clockRate, channels = 1, parameters = {} } = codec;
  const format = Object.entries(parameters)
    .map(([key, value]) => `${key}=${value}`)
    .join(';');
  const lines = [
    'v=0',
    'o=- 0 0 IN IP4 127.0.0.1',
    's=-',
    'c=IN IP4 127.0.0.1',
    't=0 0',
    `m=${kind} 0 RTP/AVP ${payloadType}`,
    `a=rtpmap:${payloadType} ${encoding}/${clockRate}${channels > 1 ? `/${channels}` : ''}`,
    ...(format ? [`a=fmtp:${payloadType} ${format}`] : []),
  ];
  return { name, kind, clockRate, payloadType, sdp: `${lines.join('\r\n')}\r\n`, ...file };
}

/** The ending of the finished file, by the name of the codec. */
export function finishedEnding(name: string): string {
  return FILES[name]?.finished ?? '';
}
