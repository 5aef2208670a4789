import * as v from 'valibot';
import { id, mediaKind, type RtpParameters, type RtpTemplate, rtpEncoding, rtpTemplate } from './media.ts';
import { streamKey } from './participant.ts';

/** A consumer as it crosses the wire: what it shares with others stands in the template of that index. */
export const consumerInfo = v.object({
  id,
  participantId: id,
  key: streamKey,
  producerId: id,
  kind: mediaKind,
  /** Index into the message's `templates`. */
  template: v.number(),
  mid: v.string(),
  encodings: v.array(rtpEncoding),
  cname: v.optional(v.string()),
  msid: v.optional(v.string()),
  /** True when it was made paused and waits for `updateConsumers` to let media flow. */
  paused: v.boolean(),
});
export type ConsumerInfo = v.InferOutput<typeof consumerInfo>;

/** Several consumers in one message. A hundred of them are 36 kB this way, and 90 kB written out. */
export const consumerBatch = v.object({
  templates: v.array(rtpTemplate),
  consumers: v.array(consumerInfo),
});
export type ConsumerBatch = v.InferOutput<typeof consumerBatch>;

/** A consumer with its RTP parameters whole, as media libraries want it. */
export type UnpackedConsumer = Omit<ConsumerInfo, 'template' | 'mid' | 'encodings' | 'cname' | 'msid'> & {
  rtpParameters: RtpParameters;
};

/** Puts consumers into one message, each shared part once. */
export function packConsumers(consumers: readonly UnpackedConsumer[]): ConsumerBatch {
  const templates: RtpTemplate[] = [];
  const indexes = new Map<string, number>();
  return {
    templates,
    consumers: consumers.map(({ rtpParameters, ...rest }) => {
      const template = { codecs: rtpParameters.codecs, headerExtensions: rtpParameters.headerExtensions };
      const text = JSON.stringify(template);
      let index = indexes.get(text);
      if (index === undefined) {
        index = templates.push(template) - 1;
        indexes.set(text, index);
      }
      return {
        ...rest,
        template: index,
        mid: rtpParameters.mid ?? '',
        encodings: rtpParameters.encodings,
        ...(rtpParameters.rtcp?.cname !== undefined && { cname: rtpParameters.rtcp.cname }),
        ...(rtpParameters.msid !== undefined && { msid: rtpParameters.msid }),
      };
    }),
  };
}

/** The reverse of {@link packConsumers}. A consumer whose template is missing is left out. */
export function unpackConsumers({ templates, consumers }: ConsumerBatch): UnpackedConsumer[] {
  return consumers.flatMap(({ template, mid, encodings, cname, msid, ...rest }) => {
    const shared = templates[template];
    if (!shared) return [];
    const rtpParameters: RtpParameters = {
      ...shared,
      mid,
      encodings,
      rtcp: { reducedSize: true, mux: true, ...(cname !== undefined && { cname }) },
      ...(msid !== undefined && { msid }),
    };
    return [{ ...rest, rtpParameters }];
  });
}
