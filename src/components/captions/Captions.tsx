'use client';
import type { Caption } from './Caption.ts';
import { CaptionsLine } from './line/CaptionsLine.tsx';
import { CaptionsRoot, type CaptionsRootProps } from './root/CaptionsRoot.tsx';

export interface CaptionsProps extends Omit<CaptionsRootProps, 'children' | 'empty'> {
  /** The oldest first. */
  captions: readonly Caption[];
  /** How many of the latest are shown. @default 3 */
  limit?: number | undefined;
}

const speakerOf = (caption: Caption | undefined) => caption && (caption.speaker ?? caption.participantId);

function DefaultCaptions({ captions, limit = 3, ...props }: CaptionsProps) {
  const shown = captions.slice(-limit);
  return (
    <CaptionsRoot {...props} empty={shown.length === 0}>
      {shown.map((caption, index) => (
        <CaptionsLine
          key={caption.id}
          caption={caption}
          named={index === 0 || speakerOf(caption) !== speakerOf(shown[index - 1])}
        />
      ))}
    </CaptionsRoot>
  );
}

/**
 * What is said, as words that your application gives. Who speaks is named when it changes. Parts: `Root`, `Line`.
 */
export const Captions = /* @__PURE__ */ Object.assign(DefaultCaptions, { Root: CaptionsRoot, Line: CaptionsLine });
