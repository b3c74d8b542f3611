import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory } from '../../domain/claim.ts';
import { AppLogo } from '../components/avatar.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { ConfirmByTyping } from '../components/confirm-by-typing.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { FileField } from '../components/file-field.tsx';
import { PostForm } from '../components/post-form.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import { dashboardErrors, type DashboardForms } from './dashboard-forms.ts';
import { ClientTypeField, DescriptionField, NameField } from './details-fields.tsx';
import type { TeamView } from './team-view.ts';
import { RedirectUriAdvice, RedirectUrisField, type UriAdvice } from './redirect-uris-field.tsx';

interface SettingsProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly categories: readonly ClaimCategory[];
  readonly forms: DashboardForms;
  readonly team: Pick<TeamView, 'may'>;
}

/** Posts to `details` (`name`, `description`, `client_type`). */
export function DetailsCard({ frame, app, forms, team }: SettingsProps): JSX.Element {
  const text = messages(frame.language).portal;
  if (!team.may.change) return <DetailsToRead frame={frame} app={app} />;
  return (
    <Card title={text.detailsTitle} id="details" summary={text.detailsSummary}>
      <PostForm
        action={`/developer/${app.number}/details`}
        csrfToken={frame.csrfToken}
        checkedByServer
      >
        <NameField {...forms.details} />
        <DescriptionField {...forms.details} />
        <ClientTypeField {...forms.details} />
        <div>
          <Button>{text.saveDetails}</Button>
        </div>
      </PostForm>
    </Card>
  );
}

/** The same for whoever may not change it. */
function DetailsToRead({ frame, app }: Pick<SettingsProps, 'frame' | 'app'>): JSX.Element {
  const { portal, portalFields: text } = messages(frame.language);
  return (
    <Card title={portal.detailsTitle} id="details">
      <DefinitionList
        items={[
          { term: text.name, description: <bdi>{app.name}</bdi> },
          {
            term: text.clientType,
            description: app.clientType === 'public' ? text.public : text.confidential,
          },
        ]}
      />
      <p class="verbatim prose">{app.description}</p>
    </Card>
  );
}

/** Posts to `redirect-uris` (`redirect_uris`). */
export function RedirectUrisCard(
  props: SettingsProps & { readonly uriAdvice: readonly UriAdvice[] },
): JSX.Element {
  const { frame, app, forms, uriAdvice, team } = props;
  const text = messages(frame.language).portal;
  if (!team.may.change) {
    return (
      <Card title={text.redirectUrisTitle} id="redirect-uris">
        <ul class="claim-list">
          {app.redirectUris.map((uri) => (
            <li>
              <code class="verbatim">{uri}</code>
            </li>
          ))}
        </ul>
      </Card>
    );
  }
  return (
    <Card title={text.redirectUrisTitle} id="redirect-uris" summary={text.redirectUrisSummary}>
      <RedirectUriAdvice advice={uriAdvice} />
      <PostForm
        action={`/developer/${app.number}/redirect-uris`}
        csrfToken={frame.csrfToken}
        checkedByServer
      >
        <RedirectUrisField {...forms.redirectUris} />
        <div>
          <Button>{text.saveRedirectUris}</Button>
        </div>
      </PostForm>
    </Card>
  );
}

/** Posts to `logo` (`logo`, a file) and `logo/remove`. */
export function LogoCard(props: SettingsProps): JSX.Element {
  const { frame, app, forms } = props;
  const text = messages(frame.language).portal;
  return (
    <Card title={text.brandingTitle} id="branding" summary={text.brandingSummary}>
      <div class="logo-preview">
        <AppLogo name={app.name} src={app.logo} size="large" />
        {app.logo === null ? (
          <p class="muted">{text.noLogo}</p>
        ) : (
          <PostForm
            action={`/developer/${app.number}/logo/remove`}
            csrfToken={frame.csrfToken}
            layout="inline"
          >
            <Button variant="quiet">{text.removeLogo}</Button>
          </PostForm>
        )}
      </div>
      <PostForm action={`/developer/${app.number}/logo`} csrfToken={frame.csrfToken} multipart>
        <FileField
          name="logo"
          label={app.logo === null ? text.logo : text.anotherLogo}
          hint={text.logoHint}
          accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
          error={dashboardErrors(forms, props).logo}
          required
        />
        <div>
          <Button>{text.saveLogo}</Button>
        </div>
      </PostForm>
    </Card>
  );
}

/** Posts to `retire` (`retire_name`) and to `delete` (`confirm_name`). */
export function EndingCard(props: SettingsProps): JSX.Element {
  const { frame, app, forms } = props;
  const text = messages(frame.language).portal;
  const errors = dashboardErrors(forms, props);
  return (
    <Card title={text.endingTitle} id="ending" tone="danger" summary={text.endingSummary}>
      {app.status === 'retired' ? null : (
        <section class="ending" aria-labelledby="retire-title">
          <h3 id="retire-title">{text.retireTitle}</h3>
          <p>{text.retireText}</p>
          <PostForm action={`/developer/${app.number}/retire`} csrfToken={frame.csrfToken}>
            <ConfirmByTyping
              name="retire_name"
              expected={app.name}
              what={text.nameOfThisApp}
              button={text.retire}
              error={errors.retirement}
            />
          </PostForm>
        </section>
      )}
      <section class="ending" aria-labelledby="delete-title">
        <h3 id="delete-title">{text.deleteTitle}</h3>
        <p>{text.deleteText}</p>
        <PostForm action={`/developer/${app.number}/delete`} csrfToken={frame.csrfToken}>
          <ConfirmByTyping
            name="confirm_name"
            expected={app.name}
            what={text.theAppsName}
            button={text.delete}
            error={errors.deletion}
          />
        </PostForm>
      </section>
    </Card>
  );
}
