import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';

/** A row as it stands in the file. */
export interface FileRecord {
  /** Where it ends. */
  line: number;
  cells: string[];
}

const delimiters = [',', ';', '\t'] as const;

/**
 * The rows of a CSV, the first of them its header. What divides its cells is read from the header and is the same in
 * all of the file: a semicolon in a text divides nothing in a file with commas. Throws `CsvError` for what is no CSV.
 */
export async function* readRecords(file: string): AsyncGenerator<FileRecord> {
  // Excel says what divides its cells on a line of its own.
  const [said = '', sign] = /^\ufeff?"?sep=([,;\t])"?\r?\n/i.exec(file) ?? [];
  const csv = file.slice(said.length);
  const parser = parse({
    bom: true,
    delimiter: sign ?? delimiterOf(csv),
    info: true,
    // «Han sa "ja"»: a quotation mark inside a cell is a letter of it.
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  for await (const parsed of Readable.from(slicesOf(csv)).compose(parser)) {
    // why: with `info` the parser hands over objects of this shape, all cells strings.
    const { record, info } = parsed as { record: string[]; info: { lines: number } };
    yield { line: info.lines + (said === '' ? 0 : 1), cells: record };
  }
}

/** The one that makes most cells of the first line. */
function delimiterOf(csv: string): string {
  const widths = delimiters.map((delimiter) => {
    const [header] = parseAtOnce(csv.slice(0, 64_000), {
      ...{ bom: true, delimiter, to: 1, relax_quotes: true, relax_column_count: true },
      skip_empty_lines: true,
    });
    return header?.length ?? 0;
  });
  return delimiters[widths.indexOf(Math.max(...widths))] ?? ',';
}

/** A slice of a file at a time; between them everybody else has a turn. */
async function* slicesOf(csv: string): AsyncGenerator<string> {
  for (let start = 0; start < csv.length; start += 16_384) {
    yield csv.slice(start, start + 16_384);
    await nextTurn();
  }
}
