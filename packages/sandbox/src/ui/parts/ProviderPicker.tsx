import type { Provider } from '../../wire.ts';

interface ProviderPickerProps {
  readonly providers: readonly Provider[];
  readonly chosen: string;
  readonly onChoose: (provider: Provider) => void;
}

/** What to connect to, as radio buttons that look like cards. */
export function ProviderPicker({ providers, chosen, onChoose }: ProviderPickerProps) {
  return (
    <fieldset class="picker">
      <legend>Connect to</legend>
      <div class="choices">
        {providers.map((provider) => (
          <label key={provider.id} class="choice">
            <input
              type="radio"
              name="provider"
              value={provider.id}
              checked={provider.id === chosen}
              data-testid={`provider-${provider.id}`}
              onChange={() => onChoose(provider)}
            />
            <span>
              <span class="choice-name">{provider.name}</span>
              <span class="sub">{provider.description}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
