import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });

/** The page at the request's address, from what `locals.store` answers. */
export const render = (request: Request, locals: App.Locals): Promise<Response> =>
  app.render(request, { locals });
