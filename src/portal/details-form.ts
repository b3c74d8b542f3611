import { CLIENT_TYPES, type ClientDetails, type ClientType } from '../domain/client.ts';
import { parseClientName, type ClientNameProblem } from './client-name.ts';
import { parseDescription, type DescriptionProblem } from './description.ts';
import { invalid, problemOf, valid, type Parsed } from './parsed-field.ts';

/** What a form about an app's details holds, as typed. */
export interface TypedDetails {
  readonly name: string;
  readonly description: string;
  readonly clientType: string;
}

/** What is wrong, by field; undefined: nothing. */
export interface DetailsProblems {
  readonly name: ClientNameProblem | { readonly code: 'taken' } | undefined;
  readonly description: DescriptionProblem | undefined;
  readonly clientType: { readonly code: 'missing' } | undefined;
}

/** Finds everything that is wrong at once. */
export function parseDetails(typed: TypedDetails): Parsed<ClientDetails, DetailsProblems> {
  const name = parseClientName(typed.name);
  const description = parseDescription(typed.description);
  const clientType = parseClientType(typed.clientType);
  if (name.type === 'valid' && description.type === 'valid' && clientType.type === 'valid') {
    return valid({
      name: name.value,
      description: description.value,
      clientType: clientType.value,
    });
  }
  return invalid({
    name: problemOf(name),
    description: problemOf(description),
    clientType: problemOf(clientType),
  });
}

function parseClientType(typed: string): Parsed<ClientType, { readonly code: 'missing' }> {
  const clientType = CLIENT_TYPES.find((type) => type === typed);
  return clientType === undefined ? invalid({ code: 'missing' }) : valid(clientType);
}

/** The problem that only storage can find. */
export const NAME_TAKEN: DetailsProblems = {
  name: { code: 'taken' },
  description: undefined,
  clientType: undefined,
};
