import { Type } from 'typebox';
import { plainText, Uuid, webhookUrl } from '../schemas/text.ts';

/** The path parameters of a composition. */
export const CompositionParams = Type.Object({ room_composition_id: Uuid });

export const SMALLEST_SIDE = 16;
const MOST_REGIONS = 16;
const MOST_SOURCES = 1000;
const LARGEST_INTEGER = 2_147_483_647;
const RECORDING_ID_OR_ALL = String.raw`^(\*|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$`;

const nullableInteger = (options: { minimum: number; maximum: number; default: number | null; description: string }) =>
  Type.Unsafe<number | null>({ type: ['integer', 'null'], ...options });

const sources = (description: string) =>
  Type.Unsafe<string | string[] | null>({
    type: ['string', 'array', 'null'],
    pattern: String.raw`^\*$`,
    items: { type: 'string', pattern: RECORDING_ID_OR_ALL },
    maxItems: MOST_SOURCES,
    default: '*',
    description,
  });

const position = (description: string) =>
  nullableInteger({ minimum: 0, maximum: LARGEST_INTEGER, default: 0, description });

const side = (description: string) =>
  nullableInteger({ minimum: SMALLEST_SIDE, maximum: LARGEST_INTEGER, default: null, description });

const cells = (description: string) => nullableInteger({ minimum: 1, maximum: 1000, default: null, description });

const RegionInput = Type.Object({
  x_pos: position('Pixels from the left edge of the picture.'),
  y_pos: position('Pixels from its upper edge.'),
  z_pos: nullableInteger({
    ...{ minimum: -99, maximum: 99, default: 0 },
    description: 'Regions with a higher one are on top.',
  }),
  width: side('In pixels; left out, to the right edge.'),
  height: side('In pixels; left out, to the lower edge.'),
  max_columns: cells('How many cells stand side by side at most; left out, as many as are needed.'),
  max_rows: cells('How many rows of cells there are at most; left out, as many as are needed.'),
  video_sources: sources('Ids of video recordings in the order of their cells, or "*" for all in the order they come.'),
});

/** The body that orders a composition. */
export const NewCompositionInput = Type.Object({
  session_id: Uuid,
  format: Type.Unsafe<'mp4' | null>({ enum: ['mp4', null], default: 'mp4' }),
  resolution: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    pattern: String.raw`^\d{1,5}x\d{1,5}$`,
    default: null,
    description: 'Width x height in pixels, 1280x720 if left out. Odd numbers are made even, downwards.',
  }),
  video_layout: Type.Unsafe<Record<string, RegionInput> | null>({
    type: ['object', 'null'],
    propertyNames: plainText(1, 64),
    additionalProperties: RegionInput,
    maxProperties: MOST_REGIONS,
    default: null,
    description: 'Regions by name. Left out or empty: one region with everyone.',
  }),
  audio_sources: sources('Ids of audio recordings, "*" for all, or null for a film without sound.'),
  webhook_event_url: webhookUrl({ default: null }),
  webhook_event_failover_url: webhookUrl({ default: '' }),
  webhook_timeout_secs: nullableInteger({
    ...{ minimum: 0, maximum: 30, default: null },
    description: 'How long an answer is waited for.',
  }),
});

/** A region as the schema lets it through, with its defaults. */
export interface RegionInput {
  x_pos: number | null;
  y_pos: number | null;
  z_pos: number | null;
  width: number | null;
  height: number | null;
  max_columns: number | null;
  max_rows: number | null;
  video_sources: string | string[] | null;
}
