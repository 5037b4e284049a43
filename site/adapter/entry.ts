import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });

/** Renders one address of the site. What a page knows of the world is in `locals`. */
export const render = (request: Request, locals: App.Locals): Promise<Response> =>
  app.render(request, { locals });
