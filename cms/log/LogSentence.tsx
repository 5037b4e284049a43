'use client';

import { useConfig } from '@payloadcms/ui';
import type { DefaultCellComponentProps } from 'payload';
import { sayLine, type LogLine } from './say-line.ts';
import styles from './LogSentence.module.css';

/** A line of the log's list as it would be told; what it is about is a link. */
export function LogSentence({ rowData }: DefaultCellComponentProps) {
  const { config } = useConfig();
  const { before, what, after, path } = sayLine(rowData as unknown as LogLine); // why: the log's own row
  return (
    <span className={styles['sentence']}>
      {before}
      {path === undefined ? what : <a href={config.routes.admin + path}>{what}</a>}
      {after}
    </span>
  );
}
