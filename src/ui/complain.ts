// Bundlers put the value in; where there is none, nobody develops.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

const told = new Set<string>();

/** Tells a developer of a mistake, once, on the console. In production it does nothing. */
export function complain(message: string): void {
  if (typeof process === 'undefined' || process.env.NODE_ENV === 'production' || told.has(message)) return;
  told.add(message);
  // biome-ignore lint/suspicious/noConsole: this is what developers look at
  console.error(`Parlour: ${message}`);
}
