import type { FastifyInstance } from 'fastify';
import type { ServerDeps } from '../ServerDeps.ts';
import { WebhookClient } from './WebhookClient.ts';
import { WebhookDeliverer } from './WebhookDeliverer.ts';
import { WebhookKeys } from './WebhookKeys.ts';

/** The webhooks of a server. */
export interface Webhooks {
  readonly keys: Pick<WebhookKeys, 'publicKey' | 'secret'>;
  /** There may be something to deliver. */
  wake(): void;
}

type Deps = Pick<ServerDeps, 'config' | 'log' | 'now' | 'repositories' | 'events' | 'metrics'>;

/** Makes webhooks work: they are delivered from when the server is ready until it closes. */
export async function openWebhooks(app: FastifyInstance, deps: Deps): Promise<Webhooks> {
  const { config, log, now, repositories, events, metrics } = deps;
  const { secrets, allowPrivate, ...limits } = config.webhooks;
  const deliveries = repositories.webhookDeliveries;
  const keys = await WebhookKeys.open(repositories.secrets, secrets);
  const client = new WebhookClient(allowPrivate);
  const deliverer = new WebhookDeliverer({ ...limits, deliveries, client, keys, log, now });
  const wake = () => deliverer.wake();
  metrics.gauge('parlour_webhook_deliveries_pending', 'Events that webhooks have not yet taken.', () =>
    deliveries.countPending(),
  );
  app.addHook('onReady', async () => {
    events.onPublished(wake);
    deliverer.start();
  });
  app.addHook('onClose', () => deliverer.stop());
  return { keys, wake };
}
