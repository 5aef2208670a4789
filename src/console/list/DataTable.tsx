'use client';
import type { ReactNode } from 'react';

/** A column of a table. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** `main` is the row's name; `actions` stand at the end and have no visible heading. @default 'plain' */
  readonly kind?: 'main' | 'plain' | 'number' | 'actions' | undefined;
}

export interface DataTableProps<Row> {
  label: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
}

/** A table; where there is little room each row is a card, and each cell says what it is. */
export function DataTable<Row extends { readonly id: string }>({ label, columns, rows }: DataTableProps<Row>) {
  return (
    <div className="parlour-console-scroll">
      <table className="parlour-console-table" aria-label={label}>
        <thead className="parlour-console-head">
          <tr className="parlour-console-row">
            {columns.map(({ id, header, kind = 'plain' }) => (
              <th key={id} scope="col" className="parlour-console-column" data-kind={kind}>
                <span className={kind === 'actions' ? 'parlour-console-hidden' : 'parlour-console-column-name'}>
                  {header}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="parlour-console-body">
          {rows.map((row) => (
            <tr key={row.id} className="parlour-console-row">
              {columns.map(({ id, header, kind = 'plain', cell }) => (
                <td key={id} className="parlour-console-cell" data-kind={kind}>
                  {(kind === 'plain' || kind === 'number') && (
                    <span className="parlour-console-cell-name" aria-hidden="true">
                      {header}
                    </span>
                  )}
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
