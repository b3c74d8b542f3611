import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory, ClaimDefinition, ClaimType } from '../../domain/claim.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Fieldset } from '../components/choice-field.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { ConflictBanner, type Conflict } from './changes.tsx';
import {
  DATA_POINT_FIELDS,
  dataPointFieldName,
  dataPointProblemText,
  type DataPointMember,
  type DataPointProblems,
  type DataPointValues,
} from './data-point-problems.ts';
import { appNames, dataPointPath, type ClaimUser } from './data-points-page.tsx';
import { InstitutionFrame } from './frame.tsx';

interface FormProps {
  readonly frame: PageFrame;
  readonly values: DataPointValues;
  readonly problems: DataPointProblems;
  readonly version: number;
  readonly conflict: Conflict | null;
}

export interface AddDataPointPageProps extends FormProps {
  readonly categories: readonly ClaimCategory[];
  readonly types: readonly ClaimType[];
}

/** Posts the fields of `DATA_POINT_FIELDS`. */
export function AddDataPointPage(props: AddDataPointPageProps): JSX.Element {
  const { frame, values, types } = props;
  const text = messages(frame.language).institutionDataPoints;
  const field = fieldProps(props);
  return (
    <InstitutionFrame
      frame={frame}
      section="dataPoints"
      title={text.addTitle}
      heading={<Heading {...props} title={text.addTitle} lead={text.addLead} />}
    >
      <Card>
        <PostForm action="/institution/data-points/add" csrfToken={frame.csrfToken} checkedByServer>
          <input type="hidden" name="version" value={String(props.version)} />
          <SelectField
            {...field('category')}
            label={text.category}
            value={values.category}
            options={[
              { value: '', label: text.newCategory },
              ...props.categories.map(({ code, label }) => ({ value: code, label })),
            ]}
          />
          <Fieldset legend={text.newCategoryLegend} hint={text.newCategoryHint} id="new-category">
            <div class="nested-fields">
              <TextField
                {...field('newCategoryCode')}
                label={text.categoryCode}
                hint={text.categoryCodeHint}
                verbatim
              />
              <TextField {...field('newCategoryLabel')} label={text.categoryLabel} />
              <TextField
                {...field('newCategoryLabelHindi')}
                label={text.categoryLabelHindi}
                hint={text.emptyHindi}
              />
            </div>
          </Fieldset>
          <TextField {...field('field')} label={text.field} hint={text.fieldHint} verbatim />
          <SelectField
            {...field('type')}
            label={text.type}
            hint={text.typeHint}
            value={values.type}
            options={types.map((type) => ({ value: type, label: text.types[type] }))}
          />
          <WordFields {...props} />
          <PreviewButton frame={frame} />
        </PostForm>
      </Card>
    </InstitutionFrame>
  );
}

export interface EditDataPointPageProps extends FormProps {
  readonly claim: ClaimDefinition;
  readonly users: readonly ClaimUser[];
}

/** Posts the words, or the step `remove`. */
export function EditDataPointPage(props: EditDataPointPageProps): JSX.Element {
  const { frame, claim, users } = props;
  const text = messages(frame.language).institutionDataPoints;
  const title = text.editTitle(claim.label);
  const version = <input type="hidden" name="version" value={String(props.version)} />;
  return (
    <InstitutionFrame
      frame={frame}
      section="dataPoints"
      title={title}
      heading={<Heading {...props} title={title} />}
    >
      <Card>
        <DefinitionList
          items={[
            { term: text.code, description: <code>{claim.code}</code> },
            { term: text.type, description: text.types[claim.type] },
          ]}
        />
        <PostForm action={dataPointPath(claim.code)} csrfToken={frame.csrfToken} checkedByServer>
          {version}
          <WordFields {...props} />
          <PreviewButton frame={frame} />
        </PostForm>
      </Card>
      <Card title={text.removal} id="removal" tone="danger" summary={text.removeSummary}>
        {users.length > 0 ? (
          <p>{text.removeInUse(appNames(users))}</p>
        ) : (
          <PostForm action={dataPointPath(claim.code)} csrfToken={frame.csrfToken} layout="inline">
            {version}
            <Button variant="danger" name="step" value="remove">
              {text.remove}
            </Button>
          </PostForm>
        )}
      </Card>
    </InstitutionFrame>
  );
}

function Heading(
  props: FormProps & { readonly title: string; readonly lead?: string },
): JSX.Element {
  const { frame, problems } = props;
  const text = messages(frame.language).institutionDataPoints;
  return (
    <>
      <PageHeading
        title={props.title}
        lead={props.lead}
        back={{ href: '/institution/data-points', label: text.title }}
      />
      <ErrorSummary
        title={messages(frame.language).institution.nothingSaved}
        problems={DATA_POINT_FIELDS.flatMap(([member, name]) => {
          const problem = problems[member];
          if (problem === undefined) return [];
          const label = labelOf(member, text);
          const message = dataPointProblemText(problem, text.problems);
          return [{ fieldId: fieldId(name), message: `${label}: ${message}` }];
        })}
      />
      <ConflictBanner frame={frame} conflict={props.conflict} />
    </>
  );
}

type Text = ReturnType<typeof messages>['institutionDataPoints'];

function labelOf(member: DataPointMember, text: Text): string {
  const labels: Readonly<Record<DataPointMember, string>> = {
    category: text.category,
    newCategoryCode: text.categoryCode,
    newCategoryLabel: text.categoryLabel,
    newCategoryLabelHindi: text.categoryLabelHindi,
    field: text.field,
    type: text.type,
    label: text.label,
    labelHindi: text.labelHindi,
    hint: text.hint,
    hintHindi: text.hintHindi,
  };
  return labels[member];
}

function fieldProps({ frame, values, problems }: FormProps) {
  const words = messages(frame.language).institutionDataPoints.problems;
  return (member: DataPointMember) => {
    const problem = problems[member];
    return {
      name: dataPointFieldName(member),
      value: values[member],
      error: problem && dataPointProblemText(problem, words),
    };
  };
}

function WordFields(props: FormProps): JSX.Element {
  const text = messages(props.frame.language).institutionDataPoints;
  const field = fieldProps(props);
  return (
    <>
      <TextField {...field('label')} label={text.label} hint={text.labelHint} />
      <TextField {...field('labelHindi')} label={text.labelHindi} hint={text.emptyHindi} />
      <TextField {...field('hint')} label={text.hint} hint={text.hintHint} />
      <TextField {...field('hintHindi')} label={text.hintHindi} hint={text.emptyHindi} />
    </>
  );
}

function PreviewButton({ frame }: { readonly frame: PageFrame }): JSX.Element {
  return (
    <div>
      <Button variant="primary" name="step" value="preview">
        {messages(frame.language).institution.showPreview}
      </Button>
    </div>
  );
}

export interface DataPointSampleProps {
  readonly frame: PageFrame;
  /** As it would be, in the reader's language. */
  readonly claim: ClaimDefinition;
  readonly category: Pick<ClaimCategory, 'label' | 'responseKey'>;
}

/** Where people, apps and the import meet a data point. */
export function DataPointSample(props: DataPointSampleProps): JSX.Element {
  const { claim, category } = props;
  const text = messages(props.frame.language).institutionDataPoints;
  const served = JSON.stringify({ [category.responseKey]: { [claim.responseKey]: text.value } });
  return (
    <Card>
      <DefinitionList
        items={[
          { term: text.asPeopleSee, description: `${category.label}: ${claim.label}` },
          { term: text.asAppsSee, description: <code>{served}</code> },
          { term: text.asImported, description: <code>{claim.code}</code> },
        ]}
      />
    </Card>
  );
}
