/**
 * One cell (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before it: paths and reasons are
 * texts of the scanned code, and such a file is opened by a double click.
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
