/** What a column says of the object that has it. */
export type ColumnKind = "owner" | "tenant";

const owner = /^(?:owner|user|author|creator|account|customer|profile|member|assignee|patient|seller|buyer|sender|uploader|holder)(?:s|_id|_ids|_uuid|_pk)?$|^(?:owned|created|uploaded|submitted|requested)_by(?:_id)?$|_(?:owner|user|author|creator)(?:_id)?$/;
const tenant = /(?:^|_)(?:tenant|organi[sz]ation|org|workspace|team|company|group|project|domain|business|shop|store|site|household)(?:s|_id|_ids|_uuid|_pk)?$/;
/** Who touched an object last, or decided about it, does not thereby own it. */
const passing = /^(?:last_|updated|modified|changed|edited|approved|reviewed|verified|deleted|archived|closed|resolved|locked|assigned)|^(?!owned_|created_|uploaded_|submitted_|requested_|added_|posted_)\w+_by(?:_|$)/;

/** Grades a column by its name. */
export function gradeByName(column: string): ColumnKind | undefined {
  if (passing.test(column)) return undefined;
  return owner.test(column) ? "owner" : tenant.test(column) ? "tenant" : undefined;
}

/** True for a column that names who touched the object, whatever it refers to. */
export function isPassing(column: string): boolean {
  return passing.test(column);
}
