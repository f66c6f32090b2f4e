import '@meshes-embed/element/svelte';
import '@meshes-embed/element/vue';
