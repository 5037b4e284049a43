'use client';
import { TextField, useField } from '@payloadcms/ui';
import type { TextFieldClientComponent } from 'payload';
import { useEffect } from 'react';

/** The one-time code of the first administrator, filled in when the address that `npm start` prints was opened. */
export const SetupCodeField: TextFieldClientComponent = (props) => {
  const { setValue, value } = useField<string>({ path: props.path });
  useEffect(() => {
    const code = new URLSearchParams(window.location.search).get('kode');
    if (code === null || typeof value === 'string') return undefined;
    // After the form has laid its first state over whatever its fields set while they were mounted.
    const timer = setTimeout(() => setValue(code), 0);
    return () => clearTimeout(timer);
  }, [setValue, value]);
  return <TextField {...props} />;
};
