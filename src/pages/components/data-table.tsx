// On phones the table's parts become blocks, and browsers then forget that they are a table's.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- see above */
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

export interface DataTableProps {
  /** Says what the rows are; for those who do not see the page, the heading above says it to others. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** Cells in the order of the columns; the first names the row. */
  readonly rows: readonly (readonly Child[])[];
}

/**
 * A table which on phones becomes a list of cards, each cell beside its column's name.
 */
export function DataTable(props: DataTableProps): JSX.Element {
  return (
    <table class="data-table" role="table">
      <caption class="visually-hidden">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {props.columns.map((column) => (
            <th scope="col" role="columnheader">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((cells) => (
          <tr role="row">
            {cells.map((cell, index) =>
              index === 0 ? (
                <th scope="row" role="rowheader">
                  {cell}
                </th>
              ) : (
                <td role="cell">
                  <span class="cell-label" aria-hidden="true">
                    {props.columns[index]}
                  </span>
                  <div>{cell}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
