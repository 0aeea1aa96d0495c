/** What survives `JSON.parse(JSON.stringify(value))` unchanged. Facts and options are nothing else. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
