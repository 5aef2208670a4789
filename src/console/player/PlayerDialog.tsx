'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RoomsApiError } from '../../api/index.ts';
import { ModalDialog } from '../../components/dialog/ModalDialog.tsx';
import { usePanelMessages } from '../../i18n/index.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { Failed } from '../list/ListView.tsx';
import { MediaFile } from './MediaFile.tsx';

export interface PlayerDialogProps {
  /** Its address, asked for when it opens: those of lists may have run out. */
  file: UseQueryResult<{ readonly download_url: string | null }, RoomsApiError>;
  type: 'audio' | 'video';
  title: string;
  opener: HTMLElement;
  onClose: () => void;
}

/** Plays a file that the server keeps. */
export function PlayerDialog({ file, type, title, opener, onClose }: PlayerDialogProps) {
  const words = usePanelMessages();
  const messages = useConsoleMessages();
  const url = file.data?.download_url ?? null;
  return (
    <ModalDialog opener={opener} title={title} closeLabel={words['dialog.close']} onClose={onClose}>
      {file.error && !file.isFetching && <Failed error={file.error} retry={() => void file.refetch()} />}
      {file.isPending && (
        <p className="parlour-console-muted" role="status">
          {messages['list.loading']}
        </p>
      )}
      {url !== null && <MediaFile key={url} url={url} type={type} label={title} autoPlay />}
    </ModalDialog>
  );
}
