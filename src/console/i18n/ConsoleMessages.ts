import type { en } from './en.ts';

/** The words of mission control, by key. What depends on a number or a name is a function of it. */
export type ConsoleMessages = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : string;
};
