'use client';
import { TextField, useField } from '@payloadcms/ui';
import type { TextFieldClientComponent } from 'payload';
import { useEffect } from 'react';

/** The one-time code of the first administrator, filled in when the address that `npm start` prints was opened. */
export const SetupCodeField: TextFieldClientComponent = (props) => {
  const { setValue } = useField<string>({ path: props.path });
  useEffect(() => {
    const code = new URLSearchParams(window.location.search).get('kode');
    if (code !== null) setValue(code);
  }, [setValue]);
  return <TextField {...props} />;
};
