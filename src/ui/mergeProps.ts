import type { CSSProperties, SyntheticEvent } from 'react';

type Props = Record<string, unknown>;
type Handler = (event: SyntheticEvent, ...rest: unknown[]) => unknown;

/** Handlers are named `on` with a capital letter behind it. */
const isHandlerName = (name: string) => name.startsWith('on') && name.charCodeAt(2) >= 65 && name.charCodeAt(2) <= 90;

/** The caller's handler runs first; ours is left out when it prevented the event's default. */
function chain(ours: Handler, theirs: Handler): Handler {
  return (event, ...rest) => {
    const result = theirs(event, ...rest);
    if (!event?.defaultPrevented) ours(event, ...rest);
    return result;
  };
}

/**
 * The props of an element of ours, changed by the caller's: event handlers are chained, classes
 * joined, styles merged; of all else the caller's value wins, except undefined.
 */
export function mergeProps(ours: Props, theirs: Props): Props {
  const merged: Props = { ...ours };
  for (const name in theirs) {
    const value = theirs[name];
    if (value === undefined) continue;
    const own = merged[name];
    if (name === 'className' && own) merged[name] = `${own} ${value}`;
    else if (name === 'style' && own) merged[name] = { ...(own as CSSProperties), ...(value as CSSProperties) };
    else if (isHandlerName(name) && typeof own === 'function' && typeof value === 'function')
      merged[name] = chain(own as Handler, value as Handler);
    else merged[name] = value;
  }
  return merged;
}
