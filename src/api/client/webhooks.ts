import { type Http, idOf, type RequestOptions } from './Http.ts';
import { type ListQueryOf, toParameters } from './listQuery.ts';
import { type List, listOf } from './pages.ts';
import type { WebhookDeliveryResource } from './resources.ts';

/** What deliveries can be asked for. */
export type WebhookDeliveriesQuery = ListQueryOf<'listWebhookDeliveries'>;

/** What was told to your backend and what was not, and what it checks the sender by. */
export interface WebhooksEndpoint {
  readonly deliveries: List<WebhookDeliveriesQuery, WebhookDeliveryResource> & {
    read(deliveryId: string, options?: RequestOptions): Promise<WebhookDeliveryResource>;
    /** Delivers the event again, at once, whatever came of it until now. Its id stays the same. */
    redeliver(deliveryId: string, options?: RequestOptions): Promise<WebhookDeliveryResource>;
  };
  /** The secret of Standard Webhooks. It belongs on a backend. */
  secret(options?: RequestOptions): Promise<string>;
  /** The Ed25519 public key of the signatures, 32 bytes in base64. */
  publicKey(options?: RequestOptions): Promise<string>;
}

const BASE = '/v2/webhook_deliveries';
const ONE = `${BASE}/{webhook_delivery_id}` as const;

export function webhooksEndpoint(http: Http): WebhooksEndpoint {
  const { GET, POST } = http;
  const of = (id: string) => ({ path: { webhook_delivery_id: idOf(id) } });
  return {
    deliveries: {
      ...listOf<WebhookDeliveriesQuery, WebhookDeliveryResource>((query = {}, options = {}) =>
        http.page((init) => {
          const params = { query: toParameters<'listWebhookDeliveries'>(query) };
          return GET(BASE, { ...init, params });
        }, options),
      ),
      read: (id, options = {}) => http.data((init) => GET(ONE, { ...init, params: of(id) }), options),
      redeliver: (id, options = {}) =>
        http.data((init) => POST(`${ONE}/actions/redeliver`, { ...init, params: of(id) }), options),
    },
    secret: async (options = {}) => (await http.data((init) => GET('/v2/webhook_secret', init), options)).secret,
    publicKey: async (options = {}) => (await http.data((init) => GET('/v2/public_key', init), options)).public,
  };
}
