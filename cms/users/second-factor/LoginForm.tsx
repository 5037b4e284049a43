'use client';
import {
  EmailField,
  Form,
  FormSubmit,
  Link,
  PasswordField,
  TextField,
  toast,
  useAuth,
  useConfig,
  useFormProcessing,
  useTranslation,
  type UserWithToken,
} from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { text } from '../text.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SecretPicture } from './SecretPicture.tsx';

const words = text.secondFactor;

const asked = z.object({
  errors: z.tuple([
    z.object({
      data: z.object({
        secondFactor: z.discriminatedUnion('step', [
          z.object({ step: z.literal('code') }),
          z.object({ step: z.literal('setup'), secret: z.string(), picture: z.string() }),
        ]),
      }),
    }),
  ]),
});
type Asked = z.infer<typeof asked>['errors'][0]['data']['secondFactor'];
const handedOut = z.object({ recoveryCodes: z.array(z.string()) });

/** Always the same object: another one empties the form. */
const empty = { email: { valid: true }, password: { valid: true }, code: { valid: true } };

/** E-mail and password, and after them, when the answer asks for it, the code of the second factor. */
export function LoginForm({ redirectTo }: { redirectTo: string }) {
  const { config } = useConfig();
  const { t } = useTranslation();
  const { setUser } = useAuth();
  const [step, setStep] = useState<Asked>();
  const [codes, setCodes] = useState<string[]>();
  const { admin, api } = config.routes;
  const logIn = async (body: FormData) => {
    const answer = await fetch(`${api}/users/login`, {
      method: 'POST',
      credentials: 'include',
      body,
    });
    const { data } = asked.safeParse(
      await answer
        .clone()
        .json()
        .catch(() => undefined),
    );
    if (data !== undefined) setStep(data.errors[0].data.secondFactor);
    return answer;
  };
  if (codes !== undefined) {
    return (
      <>
        <RecoveryCodes codes={codes} />
        <a href={redirectTo}>{words.codesKept}</a>
      </>
    );
  }
  return (
    <Form
      // why: Payload types what it does with a function's answer, a `Response`, as nothing.
      action={logIn as unknown as (body: FormData) => Promise<void>}
      className="login__form"
      disableSuccessStatus
      initialState={empty}
      onSuccess={(answer) => {
        toast.dismiss();
        const { data } = handedOut.safeParse(answer);
        if (data !== undefined) setCodes(data.recoveryCodes);
        else setUser(answer as UserWithToken); // why: the answer of Payload's own login
      }}
      {...(step?.step === 'setup' ? {} : { redirect: redirectTo })}
      waitForAutocomplete
    >
      <div className="login__form__inputWrap">
        <EmailField
          field={{
            name: 'email',
            label: t('general:email'),
            required: true,
            admin: { autoComplete: 'email' },
          }}
          path="email"
        />
        <PasswordField
          field={{ name: 'password', label: t('general:password'), required: true }}
          path="password"
        />
        {step?.step === 'setup' && <SecretPicture secret={step.secret} picture={step.picture} />}
        {step !== undefined && <CodeField />}
      </div>
      <Link href={`${admin}${config.admin.routes.forgot}`} prefetch={false}>
        {t('authentication:forgotPasswordQuestion')}
      </Link>
      <FormSubmit size="large">{t('authentication:login')}</FormSubmit>
    </Form>
  );
}

/** Where she goes on typing, as soon as the form takes anything again. */
function CodeField() {
  const isProcessing = useFormProcessing();
  useEffect(() => {
    if (!isProcessing) document.getElementById('field-code')?.focus();
  }, [isProcessing]);
  return (
    <TextField
      field={{
        name: 'code',
        label: words.code,
        required: true,
        admin: { autoComplete: 'one-time-code', description: words.codeHelp },
      }}
      path="code"
    />
  );
}
