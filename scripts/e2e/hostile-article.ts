const script = '<script>window.hacked = 1</script>';
const hostile = `"><img src=x onerror="window.hacked = 1">${script}</title></script>]]>{{7*7}}`;
const plain = { type: 'text', detail: 0, format: 0, mode: 'normal', style: '', version: 1 };
const frame = { direction: 'ltr', format: '', indent: 0, version: 1 };
const bodyOf = (children: object[]) => ({
  root: { ...frame, type: 'root', children: [{ ...frame, type: 'paragraph', children }] },
});

/** An article whose every text tries to become code on a page. */
export const hostileArticle = {
  title: `Fiendtlig ${hostile}`,
  lead: hostile,
  place: hostile,
  tags: [hostile],
  body: bodyOf([{ ...plain, text: hostile }]),
};

/** A text with a link to any address. */
export const bodyWithLink = (url: string) =>
  bodyOf([
    {
      ...{ ...frame, type: 'link', id: 'lenke' },
      fields: { linkType: 'custom', newTab: false, url },
      children: [{ ...plain, text: 'her' }],
    },
  ]);
