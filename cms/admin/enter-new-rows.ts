const entry =
  'input:not([type="hidden"], [type="checkbox"]), textarea, [contenteditable="true"], .upload button';
/** A new row is drawn by the server; so long it may take, in ms. */
const patience = 10_000;

/** Whoever adds a row writes in it next: the cursor goes there, unless it has gone elsewhere meanwhile. Returns the end of it. */
export function enterNewRows(): () => void {
  const listen = ({ target }: MouseEvent) => {
    const button = target instanceof Element ? target.closest('.array-field__add-row') : null;
    const list = button?.closest('.array-field');
    if (!list) return;
    const rowsOf = () => [...list.querySelectorAll('.array-field__row')];
    const before = rowsOf();
    const end = Date.now() + patience;
    const look = () => {
      const focused = document.activeElement;
      if (focused !== document.body && focused !== button) return;
      const added = rowsOf().findLast((row) => !before.includes(row));
      const place = added?.querySelector(entry);
      if (place instanceof HTMLElement) place.focus();
      else if (Date.now() < end) setTimeout(look, 50);
    };
    setTimeout(look, 50);
  };
  // Before the row is there.
  document.addEventListener('click', listen, true);
  return () => document.removeEventListener('click', listen, true);
}
