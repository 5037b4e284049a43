'use client';
import {
  useAllFormFields,
  useDocumentInfo,
  useForm,
  useFormModified,
  useServerFunctions,
} from '@payloadcms/ui';
import { reduceFieldsToValues } from 'payload/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sendJson } from '../../shared/send-json.ts';
import { savedFromField } from '../releases/bookkeeping.ts';
import { keepCaret } from './keep-caret.ts';
import { hereViewSchema, tellsEvery, type HereView } from './here-view.ts';
import { asKey, isAlike } from './is-alike.ts';
import { mergeForms, type Conflict, type Merged, type Sides } from './merge-forms.ts';
import type { Choice } from './merge-bodies.ts';
import { takeFormerTab, thisTab } from './tab.ts';
import { readSaved, saveDraft } from './unsaved/save-draft.ts';
import type { FormData } from './unsaved/save-keeper.ts';
import { watchSaves } from './unsaved/watch-saves.ts';

/** Nothing is laid under anybody's fingers: so long after something was written the form is left alone; in ms. */
const quiet = 900;

export interface Merging {
  here: HereView | undefined;
  /** What both changed and nobody has decided yet. */
  conflicts: (Conflict & { choice: Choice | undefined })[];
  choose: (conflict: Conflict, choice: Choice) => void;
  /** The fields, by name, that came from somebody else a moment ago, and who that was. */
  news: { fields: string[]; by: string | null } | undefined;
}

/**
 * Keeps a form and what others save of the same article together. What somebody else saved is merged into the form,
 * which rests on the newest from then on and saves as always; where both changed the same, its writer is asked first.
 */
export function useMerging(id: string, address: string): Merging {
  const form = useForm();
  const [fields] = useAllFormFields();
  const isModified = useFormModified();
  const info = useDocumentInfo();
  const { getFormState } = useServerFunctions();
  const base = useRef<Sides['base']>(undefined);
  const isTouched = useRef(false);
  const isBusy = useRef(false);
  const lastKeyAt = useRef(0);
  const choices = useRef(new Map<string, Choice>());
  const [here, setHere] = useState<HereView>();
  const [open, setOpen] = useState<Conflict[]>([]);
  const [news, setNews] = useState<Merging['news']>();
  const parts = useRef({ form, info });
  parts.current = { form, info };

  // Until somebody writes, what the form holds is what the server has, whatever the form fills in.
  useEffect(() => {
    isTouched.current ||= isModified === true;
    if (isTouched.current) return undefined;
    const timer = setTimeout(() => {
      const data = parts.current.form.getData();
      if (!isTouched.current) base.current = { form: data, saved: base.current?.saved ?? data };
    }, 100);
    return () => clearTimeout(timer);
  }, [fields, isModified]);

  useEffect(() => {
    const onKey = () => {
      lastKeyAt.current = Date.now();
    };
    // What is pasted by mouse, dropped or spoken comes without a key; what stands in a box reaches the form a moment later.
    const kinds = ['keydown', 'input'] as const;
    for (const kind of kinds) window.addEventListener(kind, onKey, true);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, onKey, true);
    };
  }, []);

  /** Lays a merged state into the form, unless something was typed since it was looked at. */
  const lay = useCallback(
    async ({ data }: Merged, mine: FormData, saved: FormData): Promise<boolean> => {
      const { docPermissions, getDocPreferences } = parts.current.info;
      const isStill = () =>
        Date.now() - lastKeyAt.current > quiet &&
        asKey(parts.current.form.getData()) === asKey(mine);
      if (!isStill()) return false;
      const asked = getFormState({
        ...{ id, collectionSlug: 'articles', schemaPath: 'articles', operation: 'update' },
        data: { ...data, updatedAt: saved['updatedAt'], [savedFromField]: thisTab() },
        docPermissions,
        docPreferences: await getDocPreferences(),
        ...{ renderAllFields: true, skipValidation: true },
      });
      // No connection: nothing is laid into the form, and the next look tries again.
      const { state } = await asked.catch(() => ({ state: undefined }));
      if (!state || !isStill()) return false;
      const restore = keepCaret(mine['body'], data['body']);
      parts.current.form.replaceState(state);
      const shaped = reduceFieldsToValues(state, true) as FormData; // why: unflattened, it is the document
      const asSaved = Object.entries(shaped).map(([name, value]) => [
        name,
        isAlike(data[name], saved[name]) ? value : saved[name],
      ]);
      base.current = { form: Object.fromEntries(asSaved), saved };
      const isNew = Object.keys(shaped).some(
        (name) => name !== '_status' && !isAlike(data[name], saved[name]),
      );
      if (isNew) parts.current.form.setModified(true);
      isTouched.current = true;
      restore();
      return true;
    },
    [getFormState, id],
  );

  const merge = useCallback(
    async (by: string | null): Promise<void> => {
      if (isBusy.current || base.current === undefined) return;
      isBusy.current = true;
      try {
        const theirs = await readSaved(address);
        const mine = parts.current.form.getData();
        if (theirs === undefined) return;
        const sides = { base: base.current, mine, theirs };
        const undecided = mergeForms(sides);
        const made = undecided.open.flatMap((each) => {
          const choice = choices.current.get(asKey(each));
          return choice === undefined ? [] : [[each.key, choice] as const];
        });
        const merged = mergeForms(sides, Object.fromEntries(made));
        if (merged.open.length > 0) return setOpen(undecided.open);
        let saved: FormData = theirs;
        if (made.some(([, choice]) => choice === 'theirs')) {
          // What is given up stays as a version.
          const all = { ...undecided.data, updatedAt: theirs.updatedAt };
          const outcome = await saveDraft(address, all, { isAutosave: false });
          const kept = outcome === 'saved' ? await readSaved(address) : undefined;
          if (kept === undefined) return;
          saved = kept;
        }
        if (!(await lay(merged, mine, saved))) return;
        choices.current.clear();
        setOpen([]);
        if (merged.taken.length > 0) setNews({ fields: merged.taken, by });
      } finally {
        isBusy.current = false;
      }
    },
    [address, lay],
  );

  const look = useCallback(async (): Promise<void> => {
    const answer = await sendJson(`/api/desk/here/${id}`, {
      tab: thisTab(),
      former: takeFormerTab(),
    });
    const view = answer.ok ? hereViewSchema.safeParse(answer.data).data : undefined;
    if (view === undefined) return;
    setHere(view);
    const { updatedAt, isMine, by } = view.newest;
    const restsOn = String(parts.current.form.getData()['updatedAt'] ?? '');
    if (!isMine && Date.parse(updatedAt) > Date.parse(restsOn)) await merge(by);
  }, [id, merge]);

  useEffect(() => {
    const stopWatching = watchSaves({
      path: address,
      ended: (sent, outcome, saved) => {
        if (outcome === 'saved' && saved) base.current = { form: sent, saved };
        if (outcome === 'refused') void look();
      },
    });
    void readSaved(address).then((saved) => {
      const now = base.current;
      if (saved && now && !isTouched.current && saved.updatedAt === now.form['updatedAt'])
        base.current = { ...now, saved };
    });
    void look();
    const timer = setInterval(() => void look(), tellsEvery);
    const tab = thisTab();
    const leave = () => {
      const body = JSON.stringify({ tab, isLeaving: true });
      const headers = { 'content-type': 'application/json' };
      void fetch(`/api/desk/here/${id}`, { method: 'POST', keepalive: true, headers, body });
    };
    window.addEventListener('pagehide', leave);
    return () => {
      stopWatching();
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [address, id, look]);

  useEffect(() => {
    if (news === undefined) return undefined;
    const timer = setTimeout(() => setNews(undefined), 12_000);
    return () => clearTimeout(timer);
  }, [news]);

  const choose = (conflict: Conflict, choice: Choice) => {
    choices.current.set(asKey(conflict), choice);
    setOpen((before) => [...before]);
    void look();
  };
  const conflicts = open.map((each) => ({ ...each, choice: choices.current.get(asKey(each)) }));
  return { here, conflicts, choose, news };
}
