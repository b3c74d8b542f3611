import type { JSX } from 'hono/jsx/jsx-runtime';

import { AppLogo } from '../components/avatar.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { ConfirmByTyping } from '../components/confirm-by-typing.tsx';
import { FileField } from '../components/file-field.tsx';
import { PostForm } from '../components/post-form.tsx';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import { deletionProblemText, type DashboardForms } from './dashboard-forms.ts';
import { ClientTypeField, DescriptionField, NameField } from './details-fields.tsx';
import { logoProblemText } from './problem-text.ts';
import { RedirectUrisField } from './redirect-uris-field.tsx';

interface SettingsProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly forms: DashboardForms;
}

/** Posts to `details` (`name`, `description`, `client_type`). */
export function DetailsCard({ frame, app, forms }: SettingsProps): JSX.Element {
  return (
    <Card title="Details" id="details" summary="Changing these does not need a new review.">
      <PostForm
        action={`/developer/${app.number}/details`}
        csrfToken={frame.csrfToken}
        checkedByServer
      >
        <NameField {...forms.details} />
        <DescriptionField {...forms.details} />
        <ClientTypeField {...forms.details} />
        <div>
          <Button>Save the details</Button>
        </div>
      </PostForm>
    </Card>
  );
}

/** Posts to `redirect-uris` (`redirect_uris`). */
export function RedirectUrisCard({ frame, app, forms }: SettingsProps): JSX.Element {
  return (
    <Card
      title="Redirect URIs"
      id="redirect-uris"
      summary="Changes are in force at once and do not need a new review."
    >
      <PostForm
        action={`/developer/${app.number}/redirect-uris`}
        csrfToken={frame.csrfToken}
        checkedByServer
      >
        <RedirectUrisField {...forms.redirectUris} />
        <div>
          <Button>Save the redirect URIs</Button>
        </div>
      </PostForm>
    </Card>
  );
}

/** Posts to `logo` (`logo`, a file) and `logo/remove`. */
export function LogoCard({ frame, app, forms }: SettingsProps): JSX.Element {
  const { problem } = forms.logo;
  return (
    <Card title="Branding" id="branding" summary="People see the logo when they sign in.">
      <div class="logo-preview">
        <AppLogo name={app.name} src={app.logo} size="large" />
        {app.logo === null ? (
          <p class="muted">No logo yet. Until there is one, people see these letters.</p>
        ) : (
          <PostForm
            action={`/developer/${app.number}/logo/remove`}
            csrfToken={frame.csrfToken}
            layout="inline"
          >
            <Button variant="quiet">Remove the logo</Button>
          </PostForm>
        )}
      </div>
      <PostForm action={`/developer/${app.number}/logo`} csrfToken={frame.csrfToken} multipart>
        <FileField
          name="logo"
          label={app.logo === null ? 'Logo' : 'Another logo'}
          hint="A square picture (PNG, JPEG, WebP, GIF or AVIF) of at most 2 MB. It is drawn anew at up to 512 × 512 pixels."
          accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
          error={problem === null ? undefined : logoProblemText(problem)}
          required
        />
        <div>
          <Button>Save the logo</Button>
        </div>
      </PostForm>
    </Card>
  );
}

/** Posts to `delete` (`confirm_name`). */
export function DeletionCard({ frame, app, forms }: SettingsProps): JSX.Element {
  return (
    <Card
      title="Delete this app"
      id="deletion"
      tone="danger"
      summary="Everybody’s access ends at once, and its tokens stop working. The client ID never comes back, and the history goes too."
    >
      <PostForm action={`/developer/${app.number}/delete`} csrfToken={frame.csrfToken}>
        <ConfirmByTyping
          name="confirm_name"
          expected={app.name}
          what="the app’s name"
          button="Delete this app"
          error={deletionProblemText(forms.deletion.problem)}
        />
      </PostForm>
    </Card>
  );
}
