/** What a column says of the object that has it. */
export type ColumnKind = "owner" | "tenant";

/**
 * Tells owner and tenant columns from others. It only grades what a proof says: a comparison with the caller ties
 * whatever its column is called. A judgement from the models themselves takes this place when there is one.
 */
export type ColumnGrade = (column: string) => ColumnKind | undefined;

const owner = /^(?:owner|user|author|creator|account|customer|profile|member|assignee|patient|seller|buyer|sender|uploader|holder)(?:s|_id|_ids|_uuid|_pk)?$|^(?:owned|created|uploaded|submitted|requested)_by(?:_id)?$|_(?:owner|user|author|creator)(?:_id)?$/;
const tenant = /(?:^|_)(?:tenant|organi[sz]ation|org|workspace|team|company|group|project|domain|business|shop|store|site)(?:s|_id|_ids|_uuid|_pk)?$/;

export const gradeByName: ColumnGrade = (column) => (owner.test(column) ? "owner" : tenant.test(column) ? "tenant" : undefined);
