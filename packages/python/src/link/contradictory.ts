import type { MountCondition } from "@muster/contract";
import type { Inventory } from "../framework.ts";

/** Whether conditions can never hold together: the same question to the environment, answered in both ways. */
export function isContradictory(conditions: readonly MountCondition[]): boolean {
  return conditions.some((one) => one.holds && /\bos\.(environ|getenv)\b/.test(one.text) && conditions.some((other) => !other.holds && other.text === one.text));
}

/** An inventory without endpoints that are never served. */
export function withoutContradictory(inventory: Inventory): Inventory {
  const endpoints = inventory.endpoints.filter(({ endpoint }) => !isContradictory(endpoint.conditions));
  const gone = inventory.endpoints.length - endpoints.length;
  return gone === 0 ? inventory : { ...inventory, endpoints, routes: { ...inventory.routes, resolved: inventory.routes.resolved - gone } };
}
