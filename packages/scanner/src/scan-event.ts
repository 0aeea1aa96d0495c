/** What a scan says while it runs, for people who wait. Nothing in the result depends on it. */
export type ScanEvent =
  | { readonly kind: "stage"; readonly stage: "discover" | "read" | "link" | "judge" | "merge" | "history" }
  /** Discovery is done. */
  | { readonly kind: "discovered"; readonly files: number; readonly bytes: number }
  /** Files read so far, of those that have to be. */
  | { readonly kind: "read"; readonly files: number; readonly bytes: number; readonly ofFiles: number; readonly ofBytes: number }
  /** Files parsed so far for the linked model, of those asked for. */
  | { readonly kind: "parsed"; readonly files: number; readonly ofFiles: number }
  /** Contents of the history looked at so far, of those that have to be. */
  | { readonly kind: "history"; readonly contents: number; readonly bytes: number; readonly ofContents: number; readonly ofBytes: number }
  /** A few words on what is being done. */
  | { readonly kind: "note"; readonly text: string };
