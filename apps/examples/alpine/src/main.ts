// oxlint-disable-next-line import/no-named-as-default -- its types have that name for a type only.
import Alpine from 'alpinejs';

// Signs in at the sample backend. Leave it out: in your product, your users are signed in already.
await fetch('/api/me');

// After Alpine has bound what the markup says, so that the first launch is for that.
Alpine.start();
await import('@meshes-embed/element');
