import type { TokenRequest } from '../../tokens/ClientTokens.ts';
import { DEFAULT_GRANTS } from '../../tokens/Grants.ts';
import { ApiError } from '../errors/ApiError.ts';
import type { JoinTokenInput } from './schemas.ts';

/** A token travels with every join: what it carries stays small. */
const LARGEST_METADATA_BYTES = 4096;

/** What a token is issued for, from the body that asks for it. */
export function toTokenRequest(roomId: string, input: JoinTokenInput, url: string): TokenRequest {
  refuseLargeMetadata(input.participant?.metadata);
  const { wait = false, ...grants } = input.grants ?? {};
  return {
    roomId,
    participant: input.participant ?? {},
    grants: { ...DEFAULT_GRANTS, ...grants },
    waits: wait,
    tokenTtlSecs: input.token_ttl_secs,
    refreshTtlSecs: input.refresh_token_ttl_secs,
    url,
  };
}

function refuseLargeMetadata(metadata: Record<string, unknown> | undefined): void {
  const bytes = Buffer.byteLength(JSON.stringify(metadata ?? {}));
  if (bytes <= LARGEST_METADATA_BYTES) return;
  const pointer = '/participant/metadata';
  const detail = `${pointer} is ${bytes} bytes of JSON: at most ${LARGEST_METADATA_BYTES} go into a token.`;
  throw new ApiError('field-invalid', detail, { source: { pointer } });
}
