/** What parsing a form comes to: values to go on with, or what is wrong with which field. */
export type ParsedForm<Values, Problems> =
  | { readonly type: 'valid'; readonly values: Values }
  | { readonly type: 'invalid'; readonly problems: Problems };
