import { redirect } from 'next/navigation.js';
import type { AdminViewServerProps } from 'payload';
import { getSafeRedirect } from 'payload/shared';
import { Logo } from '../../admin/Logo.tsx';
import { LoginForm } from './LoginForm.tsx';

/** Payload's login, with a form that goes on to the second factor. */
export function LoginView({ initPageResult, searchParams }: AdminViewServerProps) {
  const { user, payload } = initPageResult.req;
  const redirectTo = getSafeRedirect({
    fallbackTo: payload.config.routes.admin,
    redirectTo: searchParams?.['redirect'] ?? '',
  });
  if (user) redirect(redirectTo);
  return (
    <>
      <div className="login__brand">
        <Logo />
      </div>
      <LoginForm redirectTo={redirectTo} />
    </>
  );
}
