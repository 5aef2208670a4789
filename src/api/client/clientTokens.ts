import { type Http, idOf, type RequestOptions } from './Http.ts';
import type {
  ClientTokenInput,
  ClientTokenResource,
  RenewClientTokenInput,
  RenewedClientTokenResource,
  RevokeClientTokensInput,
} from './resources.ts';

/** The tokens that people join rooms with. */
export interface ClientTokensEndpoint {
  /** A pair of tokens for one person and one room. */
  generate(roomId: string, input?: ClientTokenInput, options?: RequestOptions): Promise<ClientTokenResource>;
  /** A new access token for a refresh token, which is the credential: no API key is needed. */
  refresh(roomId: string, input: RenewClientTokenInput, options?: RequestOptions): Promise<RenewedClientTokenResource>;
  /** Makes tokens void. Whoever is in the room by one of them is disconnected. */
  revoke(roomId: string, input: RevokeClientTokensInput, options?: RequestOptions): Promise<void>;
}

export function clientTokensEndpoint(http: Http): ClientTokensEndpoint {
  const of = (roomId: string) => ({ path: { room_id: idOf(roomId) } });
  return {
    generate: (roomId, body = {}, options = {}) => {
      const path = '/v2/rooms/{room_id}/actions/generate_join_client_token';
      return http.data((init) => http.POST(path, { ...init, params: of(roomId), body }), options);
    },
    refresh: (roomId, body, options = {}) => {
      const path = '/v2/rooms/{room_id}/actions/refresh_client_token';
      return http.data((init) => http.POST(path, { ...init, params: of(roomId), body }), options);
    },
    revoke: (roomId, body, options = {}) => {
      const path = '/v2/rooms/{room_id}/actions/revoke_client_tokens';
      return http.done((init) => http.POST(path, { ...init, params: of(roomId), body }), options);
    },
  };
}
