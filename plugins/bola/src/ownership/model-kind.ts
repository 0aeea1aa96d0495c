import type { DataModel } from "@muster/contract";
import { lastSegment } from "../term-text.ts";

const userBases = new Set(["AbstractUser", "AbstractBaseUser", "UserMixin", "SQLAlchemyBaseUserTable", "SQLAlchemyBaseUserTableUUID", "BeanieBaseUser", "BaseUser"]);
const userName = /^[A-Z]?[a-z]*(?:User|Account)(?:Model|Table|DB|Db|Document|Entity|Orm|ORM)?$|^Users$/;
const password = /^(?:hashed_?|encrypted_?)?pass(?:word|wd)(?:_?hash(?:ed)?|_digest)?$|^pw_?hash$/i;
const tenantName = /(?:Tenant|Organi[sz]ation|Org|Workspace|Team|Company|Household|Group|Space|Project|Facility|Club)(?:Model|Table|DB|Document|Entity)?$/;
const membership = /member|access|role|permission|collaborat|participa|assignment|grant|share/i;

/** A model whose rows are callers: it has a password, or a library's user class above it. */
export function isUserModel(model: DataModel): boolean {
  return model.bases.some((base) => userBases.has(lastSegment(base))) || model.columns.some((column) => password.test(column.name)) || userName.test(lastSegment(model.name));
}

/** A model that callers share: by its name, or as the other end of a membership. */
export function isTenantName(name: string): boolean {
  return tenantName.test(lastSegment(name));
}

/** A row that joins a user and something they share. */
export function isMembership(model: DataModel): boolean {
  return membership.test(lastSegment(model.name));
}
