import { extname } from 'node:path';

const CONTENT_TYPES: Record<string, string> = {
  '.ogg': 'audio/ogg',
  '.webm': 'video/webm',
  '.mp4': 'video/mp4',
};

/** The media type of a stored file, by the ending of its key. */
export function contentTypeOf(key: string): string {
  return CONTENT_TYPES[extname(key)] ?? 'application/octet-stream';
}
