'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useConnection } from '../../hooks/index.ts';

/** What there is to tell of a connection that had stood. */
export type ConnectionPhase = 'offline' | 'reconnecting' | 'reconnected';

/** How long it is told that the connection stands again. */
const RECONNECTED_MS = 3000;

function subscribeToNetwork(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

const isOnline = () => navigator.onLine !== false;

/** Null while all is well, and where there is no connection that could come back. */
export function useConnectionPhase(): ConnectionPhase | null {
  const { status } = useConnection();
  const online = useSyncExternalStore(subscribeToNetwork, isOnline, () => true);
  const [troubled, setTroubled] = useState(false);

  const inRoom = status === 'connected' || status === 'reconnecting';
  const trouble = inRoom && (!online || status === 'reconnecting');
  if (trouble && !troubled) setTroubled(true);
  if (!inRoom && troubled) setTroubled(false);

  useEffect(() => {
    if (trouble || !troubled) return;
    const timer = setTimeout(() => setTroubled(false), RECONNECTED_MS);
    return () => clearTimeout(timer);
  }, [trouble, troubled]);

  if (trouble) return online ? 'reconnecting' : 'offline';
  return inRoom && troubled ? 'reconnected' : null;
}
