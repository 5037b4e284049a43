'use client';

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui';
import type { JSONFieldClientProps } from 'payload';
import { useState } from 'react';
import { readCells } from './read-cells.ts';
import { readRows } from './read-rows.ts';
import { writeCells } from './write-cells.ts';

/** Rows of cells in a plain field, as spreadsheets copy them: what is pasted there is a table. */
export function RowsField({ path, field, readOnly = false }: JSONFieldClientProps) {
  const { disabled, setValue, showError, value } = useField<unknown>({ path });
  const rows = readRows(value);
  const [typed, setTyped] = useState(() => writeCells(rows));
  // Somebody else has changed it: what was typed here is another table.
  const shown =
    JSON.stringify(readCells(typed)) === JSON.stringify(rows) ? typed : writeCells(rows);
  return (
    <div className={`field-type textarea written-rows${showError ? ' error' : ''}`}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <textarea
          id={`field-${path.replaceAll('.', '__')}`}
          lang="nb"
          rows={Math.min(16, Math.max(4, rows.length + 1))}
          aria-invalid={showError}
          disabled={readOnly || disabled}
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value);
            setValue(readCells(event.target.value));
          }}
        />
      </div>
      <FieldDescription path={path} description={field.admin?.description} />
    </div>
  );
}
