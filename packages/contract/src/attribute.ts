/** What an attribute holds. `text` has at most 1000 characters; a number is finite. */
export const attributeTypes = ["text", "number", "flag"] as const;
export type AttributeType = (typeof attributeTypes)[number];
export type AttributeValue = string | number | boolean;

/** A thing that a plugin says of endpoints or findings beyond what every scan knows: `{ name: "owners/team", type: "text" }`. */
export interface AttributeDeclaration {
  /** `plugin/name`, at most 100 characters. */
  readonly name: string;
  readonly type: AttributeType;
  /** What it tells, in one sentence. */
  readonly title: string;
}

/** One attribute of one endpoint or finding; there is at most one of each name. */
export interface Attribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly value: AttributeValue;
}

/** What an analysis says of one endpoint. */
export interface EndpointAttribute {
  /** Id of the endpoint. */
  readonly endpoint: string;
  /** One of those that the plugin declares. */
  readonly name: string;
  readonly value: AttributeValue;
}
