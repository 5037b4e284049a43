/** Opens the pictures of a gallery above the page. Keys lead on; what fingers push stays where it snaps. */
function showGallery(gallery: HTMLElement): void {
  const links = [...gallery.querySelectorAll('a')];
  const said = (name: string) => gallery.dataset[name] ?? '';
  const dialog = document.createElement('dialog');
  dialog.className = 'viewer';
  dialog.setAttribute('aria-label', gallery.getAttribute('aria-label') ?? '');
  const strip = document.createElement('div');
  strip.className = 'viewer-strip';
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const bar = document.createElement('div');
  bar.className = 'viewer-bar';
  let at = 0;

  const button = (label: string, sign: string, act: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.setAttribute('aria-label', label);
    made.textContent = sign;
    made.addEventListener('click', act);
    return made;
  };
  const say = () => {
    status.textContent = `${String(at + 1)} / ${String(links.length)}`;
    previous.disabled = at === 0;
    next.disabled = at === links.length - 1;
    // The one beside it, too: it is there when somebody goes on.
    for (const img of [...strip.querySelectorAll('img')].slice(Math.max(0, at - 1), at + 2))
      img.loading = 'eager';
  };
  const go = (to: number, behavior: ScrollBehavior = 'auto') => {
    at = Math.min(links.length - 1, Math.max(0, to));
    strip.scrollTo({ left: at * strip.clientWidth, behavior });
    say();
  };
  const previous = button(said('previous'), '←', () => go(at - 1));
  const next = button(said('next'), '→', () => go(at + 1));
  bar.append(
    status,
    previous,
    next,
    button(said('close'), '×', () => dialog.close()),
  );
  dialog.append(bar, strip);

  const fill = () => {
    if (strip.childElementCount > 0) return;
    for (const link of links) {
      const figure = document.createElement('figure');
      const img = document.createElement('img');
      img.sizes = '100vw';
      img.srcset = link.dataset['srcset'] ?? '';
      img.src = link.href;
      img.alt = link.querySelector<HTMLImageElement>('picture img')?.alt ?? '';
      img.loading = 'lazy';
      img.width = Number(link.dataset['width']);
      img.height = Number(link.dataset['height']);
      const caption = link.parentElement?.querySelector('figcaption')?.cloneNode(true);
      figure.append(img, ...(caption ? [caption] : []));
      strip.append(figure);
    }
    gallery.append(dialog);
  };
  links.forEach((link, n) => {
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      fill();
      dialog.showModal();
      go(n);
    });
  });
  strip.addEventListener('scroll', () => {
    const seen = Math.round(strip.scrollLeft / Math.max(1, strip.clientWidth));
    if (seen === at) return;
    at = seen;
    say();
  });
  new ResizeObserver(() => go(at)).observe(strip);
  dialog.addEventListener('keydown', (event) => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: links.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  });
  dialog.addEventListener('close', () => links[at]?.focus());
}

for (const gallery of document.querySelectorAll<HTMLElement>('[data-gallery]'))
  showGallery(gallery);
