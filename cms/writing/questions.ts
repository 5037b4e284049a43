import { $createBlockNode } from '@payloadcms/richtext-lexical/client';
import {
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isTextNode,
  type BaseSelection,
  type LexicalEditor,
  type LexicalNode,
  type SerializedLexicalNode,
} from '@payloadcms/richtext-lexical/lexical';

/** A question, and the parts of the text that answer it. */
export interface Pair {
  question: string;
  /** The part it stands in, and those that answer. */
  asked: LexicalNode;
  answer: LexicalNode[];
}

const asks = /^(?:spørsmål|spm|q)\s*\d*\s*[.:]\s*/i;
const answers = /^(?:svar|a)\s*\d*\s*[.:]\s*/i;

/**
 * The questions and answers of an interview among parts of a running text: questions are set in bold, are headings
 * that ask, say that they are one, or ask and are answered by direct speech. Where the text begins with a question, all
 * that ask and are answered by what does not are. None for what are fewer than two.
 */
export function findQuestions(parts: readonly LexicalNode[]): Pair[] {
  const pairs: Pair[] = [];
  const written = parts.filter((part) => part.getTextContent().trim() !== '');
  const isAskedFirst = isAsking(written[0]?.getTextContent());
  for (const [n, part] of written.entries()) {
    const text = part.getTextContent().trim();
    const last = pairs.at(-1);
    const next = written[n + 1];
    const isPlain = isAskedFirst && isAsking(text) && !isAsking(next?.getTextContent());
    if (isQuestion(part, text, next) || (isPlain && part.getType() === 'paragraph'))
      pairs.push({ question: text.replace(asks, ''), asked: part, answer: [] });
    else if (last !== undefined) last.answer.push(part);
  }
  return pairs.length >= 2 && pairs.every(({ answer }) => answer.length > 0) ? pairs : [];
}

const isAsking = (text = ''): boolean => text.trim().endsWith('?') && text.length <= 300;

function isQuestion(part: LexicalNode, text: string, next: LexicalNode | undefined): boolean {
  const type = part.getType();
  if (!$isElementNode(part) || (type !== 'paragraph' && type !== 'heading')) return false;
  if (asks.test(text)) return true;
  if (type === 'heading') return isAsking(text);
  const words = part.getAllTextNodes().filter((node) => node.getTextContent().trim() !== '');
  if (words.length > 0 && words.every((node) => node.hasFormat('bold'))) return true;
  return (
    isAsking(text) &&
    !text.startsWith('–') &&
    /^(?:–|svar\b)/i.test(next?.getTextContent().trim() ?? '')
  );
}

/** Makes boxes of the questions and answers among these parts; one undo takes it back. */
export function makeQuestions(editor: LexicalEditor, $parts: () => LexicalNode[]): void {
  editor.update(() => $makeBoxes(findQuestions($parts())));
}

function $makeBoxes(pairs: readonly Pair[]): void {
  for (const { question, asked, answer } of pairs) {
    const [first] = answer;
    const lead = $isElementNode(first) ? first.getFirstDescendant() : null;
    if ($isTextNode(lead)) lead.setTextContent(lead.getTextContent().replace(answers, ''));
    const root = {
      ...{ type: 'root', version: 1, format: '', indent: 0, direction: null },
      children: answer.map(toJson),
    };
    const fields = { blockType: 'questionAnswer', blockName: '', question, answer: { root } };
    // why: what a box holds is its own; the id is given by Payload
    asked.insertBefore(
      $createBlockNode(fields as unknown as Parameters<typeof $createBlockNode>[0]),
    );
    for (const part of [asked, ...answer]) part.remove();
  }
}

/** The parts of the text that a selection touches. */
export function $partsOf(selection: BaseSelection | null): LexicalNode[] {
  const tops = (selection?.getNodes() ?? []).map((node) => node.getTopLevelElement());
  return [...new Set(tops.filter((node) => node !== null))];
}

/** So many parts up to the cursor: what was just put in. (The first may be in the paragraph that was there before.) */
export function $lastParts(count: number): LexicalNode[] {
  const parts: LexicalNode[] = [];
  let part: LexicalNode | null = $partsOf($getSelection()).at(-1) ?? null;
  for (; part !== null && parts.length < count; part = part.getPreviousSibling())
    parts.unshift(part);
  return parts;
}

/** Those of these that are still there. */
export const $stillThere = (keys: readonly string[]): LexicalNode[] =>
  keys.map((key) => $getNodeByKey(key)).filter((node) => node !== null);

function toJson(node: LexicalNode): SerializedLexicalNode {
  const json = node.exportJSON();
  return $isElementNode(node) ? { ...json, ...{ children: node.getChildren().map(toJson) } } : json;
}
