import type { Compilable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Stands for a value while a query is built. */
interface Placeholder {
  readonly [NAME]: string | symbol;
}
const NAME = Symbol('name');

/** Runs a query with these values, in a transaction or outside of one. */
type Run<Row, Values extends object> = (
  on: Kysely<Schema>,
  values: Values,
) => Promise<readonly Row[]>;

/**
 * A query that is built and turned into SQL the first time it is asked for, which takes several times as long as
 * running it. For what people wait for while an app lets them in.
 * @param build gets something that stands for each value: it may go where a value goes, and nowhere else
 */
export function builtOnce<Row, Values extends object>(
  build: (values: Values) => Compilable<Row>,
): Run<Row, Values> {
  let built: ReturnType<Compilable<Row>['compile']> | undefined;
  return async (on, values) => {
    built ??= build(PLACEHOLDERS as Values).compile();
    const parameters = built.parameters.map((parameter) =>
      isPlaceholder(parameter) ? values[parameter[NAME] as keyof Values] : parameter,
    );
    const { rows } = await on.executeQuery<Row>({ ...built, parameters });
    return rows;
  };
}

/** Whatever is read of it stands for the value of that name. */
const PLACEHOLDERS: unknown = new Proxy(
  {},
  { get: (_target, name): Placeholder => ({ [NAME]: name }) },
);

function isPlaceholder(value: unknown): value is Placeholder {
  return typeof value === 'object' && value !== null && NAME in value;
}
