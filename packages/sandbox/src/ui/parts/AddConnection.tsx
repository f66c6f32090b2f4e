import { useEffect, useRef, useState } from 'preact/hooks';
import type { Provider } from '../../wire.ts';
import { asApiError } from '../api/useLoaded.ts';
import { Field } from './Field.tsx';
import { Notice } from './Notice.tsx';
import { openOauthTab, type OauthTab } from './oauthTab.ts';
import { ProviderPicker } from './ProviderPicker.tsx';
import { useSession } from './session.ts';

/** A provider's sign-in that has been started in another tab. */
export interface StartedOauth {
  readonly provider: Provider;
  readonly url: string;
  readonly tab: OauthTab;
  /** False where the browser has blocked the tab, and the user has to open it. */
  readonly opened: boolean;
}

interface AddConnectionProps {
  readonly providers: readonly Provider[];
  readonly onAdded: (name: string) => void;
  readonly onOauth: (started: StartedOauth) => void;
  readonly onCancel: () => void;
}

/** The form for a new connection: by API key here, or by signing in at the provider in another tab. */
export function AddConnection({ providers, onAdded, onOauth, onCancel }: AddConnectionProps) {
  const { workspace } = useSession();
  const [provider, setProvider] = useState(providers[0]);
  const [name, setName] = useState(providers[0]?.name ?? '');
  const [key, setKey] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  function choose(next: Provider): void {
    // A name that the user has written is kept.
    if (name.trim() === '' || name === provider?.name) setName(next.name);
    setProvider(next);
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!provider || busy) return;
    const tab = provider.auth === 'oauth' ? openOauthTab() : null;
    setBusy(true);
    setError(null);
    try {
      if (tab) {
        const { authorize_url: url } = await workspace.startOauth({ provider: provider.id, name: name.trim() });
        onOauth({ provider, url, tab, opened: tab.go(url) });
      } else {
        await workspace.addConnection({ provider: provider.id, name: name.trim(), api_key: key.trim() });
        onAdded(name.trim());
      }
    } catch (refusal) {
      tab?.close();
      setError(asApiError(refusal).message);
      setBusy(false);
    }
  }

  return (
    <form
      ref={form}
      class="card form"
      aria-label="Add a connection"
      data-testid="connection-form"
      onSubmit={(event) => void submit(event)}
    >
      <ProviderPicker providers={providers} chosen={provider?.id ?? ''} onChoose={choose} />
      <div class="fields">
        <Field label="Name" hint="What your rules call it.">
          {(control) => (
            <input
              {...control}
              class="input"
              required
              maxLength={80}
              value={name}
              data-testid="connection-name"
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        {provider?.auth === 'api_key' && (
          <Field
            label="API key"
            hint={`From your ${provider.name} account. It is kept by Meshes; only its last four characters are shown again.`}
          >
            {(control) => (
              <input
                {...control}
                class="input"
                type="password"
                autoComplete="off"
                spellcheck={false}
                required
                value={key}
                data-testid="connection-key"
                onInput={(event) => setKey(event.currentTarget.value)}
              />
            )}
          </Field>
        )}
      </div>
      {error && (
        <Notice tone="bad" testId="form-error">
          {error}
        </Notice>
      )}
      <div class="form-actions">
        <button type="submit" class="button primary" disabled={busy} data-testid="connection-submit">
          {provider?.auth === 'oauth' ? `Sign in to ${provider.name} ↗` : 'Connect'}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
        {provider?.auth === 'oauth' && <span class="hint">Opens in a new tab.</span>}
      </div>
    </form>
  );
}
