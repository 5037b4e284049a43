/** Next calls this once when the server starts: the CMS works whether or not anybody looks at it. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { startCms } = await import('./start-cms.ts');
  await startCms();
}
