'use client';
import { BulkUploadProvider, toast, useBulkUpload, useModal } from '@payloadcms/ui';
import { $createBlockNode } from '@payloadcms/richtext-lexical/client';
import {
  $getNodeByKey,
  $getRoot,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical';
import { useEffect, useId, useRef } from 'react';
import { text } from './text.ts';

/** Pictures that came along with a paste, and the part of the text that they belong behind. */
export interface Asked {
  files: readonly File[];
  after: string | undefined;
}

interface Props {
  editor: LexicalEditor;
  asked: Asked | undefined;
}

/** Asks what pasted pictures show and who took them, in the dialogue of every upload, and puts them into the text. */
export function PastedPictures(props: Props) {
  return (
    <BulkUploadProvider drawerSlugPrefix={`pasted-${useId()}`}>
      <AskForPictures {...props} />
    </BulkUploadProvider>
  );
}

function AskForPictures({ editor, asked }: Props): null {
  const upload = useBulkUpload();
  const { openModal } = useModal();
  const done = useRef<Asked>(undefined);
  useEffect(() => {
    if (asked === undefined || done.current === asked) return;
    done.current = asked;
    const { files, after } = asked;
    upload.setCollectionSlug('media');
    upload.setInitialFiles(toFileList(files));
    upload.setOnCancel(() => {
      toast.warning(text.pictures.dropped(files.length));
    });
    upload.setOnSuccess((uploaded) => {
      const ids = uploaded.map(({ doc }) => String(doc['id']));
      editor.update(() => $insertPictures(ids, after));
    });
    openModal(upload.drawerSlug);
    toast.message(text.pictures.ask(files.length));
  }, [asked, editor, openModal, upload]);
  return null;
}

function $insertPictures(ids: readonly string[], after: string | undefined): void {
  const known = after === undefined ? null : $getNodeByKey(after);
  let last: LexicalNode | null = known?.getTopLevelElement() ?? $getRoot().getLastChild();
  for (const media of ids) {
    const fields = { blockType: 'image', blockName: '', media };
    // why: what a box holds is its own; the id is given by Payload
    const box = $createBlockNode(fields as unknown as Parameters<typeof $createBlockNode>[0]);
    if (last === null) $getRoot().append(box);
    else last.insertAfter(box);
    last = box;
  }
}

function toFileList(files: readonly File[]): FileList {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer.files;
}
