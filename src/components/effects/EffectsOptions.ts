import type { EffectFiles } from '../../effects/index.ts';

/** A picture to be shown in place of what is behind somebody. */
export interface BackgroundPicture {
  /** Unique among them. */
  readonly id: string;
  /** What it is called. */
  readonly label: string;
  /** Its address, or the picture itself. */
  readonly src: string | URL | Blob;
  /** Address of a small version to choose it by. @default the picture itself */
  readonly thumbnail?: string | undefined;
}

/** What is offered of effects, and where their files are. */
export interface EffectsOptions {
  /** The pictures to choose from. @default four that are painted here */
  readonly pictures?: readonly BackgroundPicture[] | undefined;
  /** Whether people may take a picture of their own. @default true */
  readonly ownPicture?: boolean | undefined;
  /** Where the files of the effects are, if not beside the package's code. */
  readonly files?: Partial<EffectFiles> | undefined;
}
