/**
 * Inside the admin's preview frame: asks for news of the document, reloads when it is saved, and stays where
 * the reader was, also when the frame is given a new address.
 */
class PreviewBar extends HTMLElement {
  connectedCallback() {
    const origin = this.dataset['cmsOrigin'];
    if (origin === undefined || window.parent === window) return;
    window.scrollTo(0, Number(sessionStorage.getItem(window.location.pathname)));
    window.addEventListener('pagehide', () => {
      sessionStorage.setItem(window.location.pathname, String(window.scrollY));
    });
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.origin === origin && typeOf(event.data) === 'payload-document-event') {
        window.location.reload();
      }
    });
    window.parent.postMessage({ type: 'payload-live-preview', ready: true }, origin);
  }
}

const typeOf = (data: unknown) =>
  typeof data === 'object' && data !== null && 'type' in data ? data.type : undefined;

customElements.define('preview-bar', PreviewBar);
