import type { Instance, Place } from "@muster/python";

const key = "litestar-place";

/** Where the repository made an object that a library module made for it. */
export function setShownPlace(instance: Instance, place: Place): void {
  instance.records.set(key, place);
}

export function shownPlace(instance: Instance): Place {
  return (instance.records.get(key) as Place | undefined) ?? instance.place;
}
