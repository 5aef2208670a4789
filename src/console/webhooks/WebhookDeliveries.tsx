'use client';
import RotateCw from 'lucide-react/icons/rotate-cw';
import { useState } from 'react';
import {
  useInfiniteWebhookDeliveriesQuery,
  useRedeliverWebhook,
  type WebhookDeliveryResource,
} from '../../api/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { ConsolePart } from '../ConsolePart.tsx';
import { SelectField } from '../form/SelectField.tsx';
import { formatNumber } from '../i18n/format.ts';
import { messageOfFailure } from '../i18n/messageOfFailure.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { Badge } from '../list/Badge.tsx';
import { type DataColumn, DataTable } from '../list/DataTable.tsx';
import { IconButton } from '../list/IconButton.tsx';
import { Identifier } from '../list/Identifier.tsx';
import { ListView } from '../list/ListView.tsx';
import { Moment } from '../list/Moment.tsx';
import { useNews } from '../list/useNews.tsx';

const STATES = ['pending', 'delivered', 'failed'] as const;
type State = (typeof STATES)[number];

/** What was told to webhooks, what waits, and what could not be told, which can be sent again. Renders a `<section>`. */
export function WebhookDeliveries() {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const [status, setStatus] = useState<State | ''>('');
  const list = useInfiniteWebhookDeliveriesQuery(status === '' ? {} : { filter: { status } });
  const redeliver = useRedeliverWebhook();
  const news = useNews();
  const words: Record<State, string> = {
    pending: messages['deliveries.pending'],
    delivered: messages['deliveries.delivered'],
    failed: messages['recordings.failed'],
  };

  const sendAgain = async ({ id, event_type: event }: WebhookDeliveryResource) => {
    try {
      await redeliver.mutateAsync({ deliveryId: id });
      news.tell(messages['deliveries.wasQueued'](event));
    } catch {
      // It is said below.
    }
  };

  const columns: readonly DataColumn<WebhookDeliveryResource>[] = [
    {
      id: 'event',
      header: messages['deliveries.event'],
      kind: 'main',
      cell: ({ id, event_type: event }) => (
        <>
          <code className="parlour-console-code">{event}</code>
          <Identifier id={id} />
        </>
      ),
    },
    {
      id: 'state',
      header: messages['rooms.state'],
      cell: ({ status: state, last_error: error }) => (
        <span className="parlour-console-state">
          <Badge tone={state === 'pending' ? 'live' : state === 'failed' ? 'bad' : 'quiet'}>{words[state]}</Badge>
          {state !== 'delivered' && error !== null && <span className="parlour-console-muted">{error}</span>}
        </span>
      ),
    },
    {
      id: 'to',
      header: messages['deliveries.to'],
      cell: ({ delivered_to: taken, webhook_event_url: url }) => (
        <span className="parlour-console-address" dir="ltr">
          {taken ?? url}
        </span>
      ),
    },
    {
      id: 'attempts',
      header: messages['deliveries.attempts'],
      kind: 'number',
      cell: ({ attempts }) => <span className="parlour-console-digits">{formatNumber(tag, attempts)}</span>,
    },
    { id: 'at', header: messages['deliveries.at'], cell: ({ occurred_at: at }) => <Moment at={at} /> },
    {
      id: 'actions',
      header: messages['list.actions'],
      kind: 'actions',
      cell: (delivery) => (
        <IconButton
          label={messages['deliveries.again'](delivery.event_type)}
          icon={<RotateCw aria-hidden />}
          onClick={() => void sendAgain(delivery)}
        />
      ),
    },
  ];

  return (
    <ConsolePart heading={messages['shell.deliveries']}>
      <div className="parlour-console-filters">
        <SelectField
          label={messages['rooms.state']}
          options={[
            { value: '', text: messages['sessions.all'] },
            ...STATES.map((value) => ({ value, text: words[value] })),
          ]}
          value={status}
          onChange={({ target }) => setStatus(target.value as State | '')}
        />
      </div>
      {news.region}
      <p className="parlour-console-problem" role="alert">
        {redeliver.error && messageOfFailure(messages, redeliver.error)}
      </p>
      <ListView
        query={list}
        empty={
          status === ''
            ? { title: messages['deliveries.empty'], hint: messages['deliveries.emptyHint'] }
            : { title: messages['deliveries.noneFound'] }
        }
      >
        {(rows) => <DataTable label={messages['shell.deliveries']} columns={columns} rows={rows} />}
      </ListView>
    </ConsolePart>
  );
}
