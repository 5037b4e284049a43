'use client';
import { PasswordField } from '@payloadcms/ui';
import type { TextFieldClientComponent } from 'payload';

/** Typed like any password, and never filled in by what the form knows. */
export const PresentPasswordField: TextFieldClientComponent = ({ field, path }) => (
  <PasswordField autoComplete="current-password" field={field} path={path} validate={() => true} />
);
