'use client';
import { useConfig, useFormFields } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { z } from 'zod';

/** The document that a field of the nearest form names, as far as `schema` reads it; looked at anew when the window is. */
export function useDocument<T>(
  from: string,
  collection: string,
  schema: z.ZodType<T>,
): T | undefined {
  const value = useFormFields(([fields]) => fields[from]?.value);
  const { config } = useConfig();
  const [found, setFound] = useState<{ id: string; document: T }>();
  const id = typeof value === 'string' ? value : undefined;
  const api = config.routes.api;

  useEffect(() => {
    if (id === undefined) return undefined;
    const stop = new AbortController();
    const look = async () => {
      const url = `${api}/${collection}/${id}?depth=0&draft=true`;
      const answer = await fetch(url, { credentials: 'include', signal: stop.signal });
      const document = schema.safeParse(await answer.json()).data;
      if (document !== undefined) setFound({ id, document });
    };
    // Without an answer the field stands there by itself, as Payload draws it.
    const lookAnew = () => void look().catch(() => undefined);
    lookAnew();
    window.addEventListener('focus', lookAnew);
    return () => {
      stop.abort();
      window.removeEventListener('focus', lookAnew);
    };
  }, [api, collection, id, schema]);

  return found?.id === id ? found?.document : undefined;
}
