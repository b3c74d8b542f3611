import { byId, closest, descendants, elements, rawText, textOf, type HtmlElement } from './html.ts';

/** What pressing a button of a form sends. */
export interface Submission {
  readonly method: 'get' | 'post';
  /** As written in the page. */
  readonly action: string;
  readonly multipart: boolean;
  readonly fields: readonly (readonly [name: string, value: string | File])[];
}

/** A form on a page, filled in by its labels, as a person would. */
export interface PageForm {
  readonly element: HtmlElement;
  /** Types into the field with this label; lets a file field have a file. */
  fill(label: string, value: string | File): PageForm;
  /**
   * Ticks the box, or chooses the radio button, with this label.
   * @param group legend of the fields it stands among, where one label occurs twice
   */
  tick(label: string, group?: string): PageForm;
  untick(label: string, group?: string): PageForm;
  /** What is in the field now. */
  value(label: string): string;
  /** Replaces the values of a field by name, as somebody with developer tools would. */
  tamper(name: string, ...values: readonly (string | File)[]): PageForm;
  /** @param button what stands on the button; the first one when left out */
  press(button?: string): Submission;
}

interface Control {
  readonly element: HtmlElement;
  readonly name: string;
  readonly kind: string;
  values: readonly (string | File)[];
  checked: boolean;
}

/** @param root the page the form is on */
export function pageForm(root: HtmlElement, element: HtmlElement): PageForm {
  const controls = elements(root, 'input', 'textarea', 'select')
    .filter((control) => belongsTo(control, element))
    .map(readControl);
  const buttons = elements(root, 'button', 'input').filter(
    (button) => belongsTo(button, element) && isSubmitButton(button),
  );
  const added: (readonly [string, string | File])[] = [];

  const labelled = (label: string, group?: string): Control => {
    const matching = controls.filter(
      (control) =>
        labelsOf(root, control.element).includes(label) &&
        (group === undefined || legendOf(control.element) === group),
    );
    if (matching.length !== 1) {
      const known = controls.flatMap((control) => labelsOf(root, control.element));
      throw new Error(`${matching.length} fields labelled "${label}" among: ${known.join(' | ')}`);
    }
    return matching[0]!;
  };

  const form: PageForm = {
    element,
    fill(label, value) {
      labelled(label).values = [value];
      return form;
    },
    tick(label, group) {
      const control = labelled(label, group);
      if (control.kind === 'radio') {
        for (const other of controls) if (other.name === control.name) other.checked = false;
      }
      control.checked = true;
      return form;
    },
    untick(label, group) {
      labelled(label, group).checked = false;
      return form;
    },
    value(label) {
      const [value = ''] = labelled(label).values;
      return typeof value === 'string' ? value : value.name;
    },
    tamper(name, ...values) {
      const [first, ...others] = controls.filter((control) => control.name === name);
      for (const other of others) other.values = [];
      if (first === undefined) added.push(...values.map((value) => [name, value] as const));
      else first.values = values;
      return form;
    },
    press(button) {
      const pressed = pick(buttons, button);
      const own = pressed.attributes['name'];
      return {
        method: element.attributes['method']?.toLowerCase() === 'post' ? 'post' : 'get',
        action: pressed.attributes['formaction'] ?? element.attributes['action'] ?? '',
        multipart: element.attributes['enctype'] === 'multipart/form-data',
        fields: [
          ...controls.flatMap(sentBy),
          ...added,
          ...(own === undefined ? [] : [[own, pressed.attributes['value'] ?? ''] as const]),
        ],
      };
    },
  };
  return form;
}

function pick(buttons: readonly HtmlElement[], label: string | undefined): HtmlElement {
  // Without a press, as by the Enter key, a form is sent by its first button (HTML, implicit submission).
  const matching =
    label === undefined
      ? buttons.slice(0, 1)
      : buttons.filter((button) => buttonLabel(button) === label);
  if (matching.length !== 1) {
    const known = buttons.map(buttonLabel).join(' | ');
    throw new Error(`${matching.length} buttons "${label ?? ''}" among: ${known}`);
  }
  const [button] = matching;
  if (button!.attributes['disabled'] !== undefined) throw new Error('The button is disabled.');
  return button!;
}

export function isSubmitButton({ name, attributes }: HtmlElement): boolean {
  return name === 'button'
    ? (attributes['type'] ?? 'submit') === 'submit'
    : attributes['type'] === 'submit';
}

export function buttonLabel(button: HtmlElement): string {
  return button.name === 'button' ? textOf(button) : (button.attributes['value'] ?? '');
}

/** Inside the form, or tied to it by the attribute `form`. */
function belongsTo(control: HtmlElement, form: HtmlElement): boolean {
  const tied = control.attributes['form'];
  return tied === undefined
    ? [...descendants(form)].includes(control)
    : tied === form.attributes['id'];
}

function readControl(element: HtmlElement): Control {
  const { attributes } = element;
  const kind = element.name === 'input' ? (attributes['type'] ?? 'text') : element.name;
  const control = { element, name: attributes['name'] ?? '', kind, checked: false };
  if (kind === 'textarea') return { ...control, values: [rawText(element).replace(/^\n/u, '')] };
  if (kind === 'select') {
    const options = elements(element, 'option');
    const chosen = options.find((option) => 'selected' in option.attributes) ?? options[0];
    const value = chosen?.attributes['value'] ?? (chosen === undefined ? '' : textOf(chosen));
    return { ...control, values: [value] };
  }
  if (kind === 'file') return { ...control, values: [new File([], '')] };
  const isChoice = kind === 'checkbox' || kind === 'radio';
  return {
    ...control,
    values: [attributes['value'] ?? (isChoice ? 'on' : '')],
    checked: 'checked' in attributes,
  };
}

function sentBy(control: Control): (readonly [string, string | File])[] {
  const { name, kind, values, checked, element } = control;
  if (name === '' || 'disabled' in element.attributes) return [];
  if (kind === 'submit' || kind === 'button' || kind === 'image' || kind === 'reset') return [];
  if ((kind === 'checkbox' || kind === 'radio') && !checked) return [];
  return values.map((value) => [name, value] as const);
}

/** What the nearest group of fields around it asks. */
function legendOf(control: HtmlElement): string | undefined {
  const group = closest(control, 'fieldset');
  const legend = group === undefined ? undefined : elements(group, 'legend')[0];
  return legend === undefined ? undefined : textOf(legend);
}

/** What a field is called: its labels, or `aria-label`. */
function labelsOf(root: HtmlElement, control: HtmlElement): readonly string[] {
  const { id } = control.attributes;
  const named = control.attributes['aria-label'];
  const labelledBy = control.attributes['aria-labelledby']?.split(' ') ?? [];
  return [
    ...elements(root, 'label')
      .filter(
        (label) =>
          (id !== undefined && label.attributes['for'] === id) ||
          [...descendants(label)].includes(control),
      )
      .map(textOf),
    ...labelledBy.map((other) => textOf(byId(root, other) ?? control)),
    ...(named === undefined ? [] : [named]),
  ];
}
