import { createApp } from 'astro/app/entrypoint';
import { PageResponse } from './page-response.ts';

// Astro makes its answers with the global class. This process fetches with it, too, and sees no difference.
globalThis.Response = PageResponse;

const app = createApp({ streaming: false });

// Astro imports a page's module anew for each rendering, which costs as much as a small page: once is enough.
for (const [name, load] of app.manifest.pageMap ?? []) {
  let module: ReturnType<typeof load> | undefined;
  app.manifest.pageMap?.set(name, () => (module ??= load()));
}

/** Renders one address of the site. What a page knows of the world is in `locals`. */
export const render = (request: Request, locals: App.Locals): Promise<Response> =>
  app.render(request, { locals });
