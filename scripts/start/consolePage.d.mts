export function consolePageIsStale(root: string): boolean;
export function buildConsolePage(options: { root: string; node: string }): Promise<void>;
