/** A field of a body: a text or an uploaded file. */
export type FormEntry = readonly [name: string, value: string | File];

/** The fields a page's form sent. */
export interface Form {
  /** The last text of that name; `''` when there is none. Line breaks are `\n`. */
  text(name: string): string;
  /** Every text of that name, in order. */
  all(name: string): readonly string[];
  /** The uploaded file; undefined when none was chosen. */
  file(name: string): File | undefined;
  /** Every text field, in order, as sent. */
  readonly texts: readonly (readonly [name: string, value: string])[];
}

/** A body that was not read yet; at most one of its methods is called. */
interface UnreadBody {
  text(): Promise<string>;
  formData(): Promise<FormData>;
}

/**
 * The fields of a urlencoded or multipart body, in order; none for any other media type
 * (wire contract §2: JSON is ignored) and for a multipart body that cannot be read.
 */
export async function parseFormEntries(
  contentType: string | undefined,
  body: UnreadBody,
): Promise<readonly FormEntry[]> {
  const mediaType = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType === 'application/x-www-form-urlencoded') {
    return [...new URLSearchParams(await body.text())];
  }
  if (mediaType !== 'multipart/form-data') return [];
  try {
    return [...(await body.formData())];
  } catch (error) {
    if (error instanceof TypeError) return [];
    throw error;
  }
}

export function formFrom(entries: readonly FormEntry[]): Form {
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const all = (name: string): readonly string[] =>
    texts.filter(([key]) => key === name).map(([, value]) => value.replaceAll('\r\n', '\n'));
  return {
    texts,
    all,
    text: (name) => all(name).at(-1) ?? '',
    file(name) {
      const file = entries.find(([key, value]) => key === name && value instanceof File)?.[1];
      // Browsers send an empty, nameless file for an empty file input.
      return file instanceof File && (file.size > 0 || file.name !== '') ? file : undefined;
    },
  };
}
