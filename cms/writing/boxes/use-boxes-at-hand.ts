import { useEditorConfigContext } from '@payloadcms/richtext-lexical/client';
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { useDocumentInfo, useServerFunctions } from '@payloadcms/ui';
import { useEffect, useRef } from 'react';

/**
 * Has every kind of box drawn once, one after the other, as soon as somebody begins to write: whichever is chosen then is
 * there at once, however slow the line is (`DrawBoxes`).
 */
export function useBoxesAtHand(editor: LexicalEditor): void {
  const { id, collectionSlug } = useDocumentInfo();
  const { fieldProps } = useEditorConfigContext();
  const { getFormState } = useServerFunctions();
  const ask = useRef(getFormState);
  ask.current = getFormState;
  const { schemaPath, featureClientSchemaMap } = fieldProps;
  useEffect(() => {
    if (id === undefined || collectionSlug === undefined) return undefined;
    const abort = new AbortController();
    const boxes = `${schemaPath}.lexical_internal_feature.blocks.lexical_blocks.`;
    const kinds = Object.keys(featureClientSchemaMap['blocks'] ?? {})
      .filter((path) => path.startsWith(boxes))
      .map((path) => path.slice(boxes.length))
      .filter((kind) => !kind.includes('.'));
    let isBegun = false;
    const begin = () => {
      if (isBegun) return;
      isBegun = true;
      void (async () => {
        for (const blockType of kinds) {
          if (abort.signal.aborted) return;
          const data = { id: `empty-${blockType}`, blockType, blockName: '' };
          await ask.current({
            ...{ id, collectionSlug, data, initialBlockData: data, signal: abort.signal },
            ...{ docPermissions: { fields: true }, docPreferences: { fields: {} } },
            ...{ operation: 'update', readOnly: false, renderAllFields: true },
            schemaPath: `${boxes}${blockType}.fields`,
          });
        }
      })();
    };
    const stopListening = editor.registerRootListener((root, before) => {
      before?.removeEventListener('focusin', begin);
      root?.addEventListener('focusin', begin);
    });
    return () => {
      stopListening();
      abort.abort();
    };
  }, [collectionSlug, editor, featureClientSchemaMap, id, schemaPath]);
}
