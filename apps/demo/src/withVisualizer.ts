/** A page that says where the visualizer is, so that its button finds it. */
export function withVisualizer(html: string, visualizerUrl: string): string {
  return html.replace('</head>', `<meta name="meshes-visualizer" content="${visualizerUrl}" /></head>`);
}
