/** A moment as the language writes it: date and time, without seconds. */
export const formatMoment = (tag: string, iso: string): string =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

export const formatNumber = (tag: string, value: number): string => new Intl.NumberFormat(tag).format(value);

/** How long something takes: 12:34 or 1:02:03, in the digits of the language. */
export function formatDuration(tag: string, seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const digits = (value: number, least: number) =>
    new Intl.NumberFormat(tag, { minimumIntegerDigits: least, useGrouping: false }).format(value);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = `${digits(minutes, hours > 0 ? 2 : 1)}:${digits(whole % 60, 2)}`;
  return hours > 0 ? `${digits(hours, 1)}:${rest}` : rest;
}

/** Millions of bytes, with their unit. */
export const formatMegabytes = (tag: string, megabytes: number): string =>
  new Intl.NumberFormat(tag, { style: 'unit', unit: 'megabyte', maximumSignificantDigits: 3 }).format(megabytes);

/** A whole number without marks between its thousands: a count of pixels. */
export const formatDigits = (tag: string, value: number): string =>
  new Intl.NumberFormat(tag, { useGrouping: false, maximumFractionDigits: 0 }).format(value);

/** A part of a whole, from 0 to 1. */
export const formatPercent = (tag: string, value: number): string =>
  new Intl.NumberFormat(tag, { style: 'percent' }).format(value);

/** A time of the day, to the second. */
export const formatTime = (tag: string, iso: string): string =>
  new Intl.DateTimeFormat(tag, { timeStyle: 'medium' }).format(new Date(iso));
